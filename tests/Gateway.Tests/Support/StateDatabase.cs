using System.Data.Common;
using AgentsMigration.TestSupport;
using Npgsql;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>A PostgreSQL database of the test's own; gone when the test has ended.</summary>
internal sealed class StateDatabase : IDisposable
{
    private readonly string _server = PostgresServer.Require();
    private readonly string _name = $"test_{Guid.NewGuid():N}";

    public StateDatabase() => Execute($"CREATE DATABASE {_name}");

    public string ConnectionString
    {
        get
        {
            DbConnectionStringBuilder builder = new() { ConnectionString = _server };
            builder["Database"] = _name;
            return builder.ConnectionString;
        }
    }

    public void Dispose() => Execute($"DROP DATABASE {_name} WITH (FORCE)");

    private void Execute(string sql)
    {
        using NpgsqlConnection connection = new(_server);
        connection.Open();
#pragma warning disable CA2100 // A name of this class.
        using NpgsqlCommand command = new(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
