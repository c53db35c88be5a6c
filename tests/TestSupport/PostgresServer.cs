using Xunit;

namespace AgentsMigration.TestSupport;

/// <summary>The PostgreSQL that tests may use: <c>.ci/postgres COMMAND</c> runs a command beside one.</summary>
public static class PostgresServer
{
    private const string Variable = "AGENTSMIGRATION_POSTGRES";

    /// <summary>The connection string of a user who may create databases; null where there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    /// <summary>The same; the test is skipped where there is none.</summary>
    public static string Require()
    {
        string? server = Find();
        Assert.SkipWhen(server is null, $"{Variable} names no PostgreSQL; .ci/postgres COMMAND runs a command beside one.");
        return server!;
    }
}
