using Npgsql;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>Says in words what PostgreSQL says in codes, without what the connection string keeps secret.</summary>
internal static class DatabaseErrors
{
    public static StateDatabaseException Explain(NpgsqlException error, string database, string schema)
    {
        string reason = error is PostgresException answer
            ? Reason(answer.SqlState, schema) ?? "failed"
            : error.InnerException is TimeoutException ? "does not answer in time" : "cannot be reached";
        string said = (error as PostgresException)?.MessageText ?? error.GetBaseException().Message;
        return new StateDatabaseException($"PostgreSQL database {database} {reason} ({said.TrimEnd('.')}).", error);
    }

    private static string? Reason(string sqlState, string schema) => sqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "refuses the user name or the password",
        PostgresErrorCodes.InvalidCatalogName => "does not exist",
        PostgresErrorCodes.InsufficientPrivilege => $"does not let this user create or change schema '{schema}'",
        PostgresErrorCodes.ReadOnlySqlTransaction => "is read-only: the connection must go to the primary server",
        PostgresErrorCodes.TooManyConnections =>
            "has no connection left: raise its max_connections, or lower Maximum Pool Size in the connection string",
        PostgresErrorCodes.DiskFull => "cannot grow: the disk is full",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
            "is starting or stopping",
        _ => null,
    };
}
