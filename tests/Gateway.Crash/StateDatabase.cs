using System.Data.Common;
using Npgsql;

namespace AgentsMigration.Gateway.Crash;

/// <summary>A PostgreSQL database of its own on a server; gone at its end.</summary>
public sealed class StateDatabase : IDisposable
{
    private readonly string _server;
    private readonly string _name = $"test_{Guid.NewGuid():N}";

    /// <param name="server">The connection string of a user who may create databases.</param>
    public StateDatabase(string server)
    {
        _server = server;
        Read(_server, $"CREATE DATABASE {_name}");
        DbConnectionStringBuilder builder = new() { ConnectionString = _server };
        builder["Database"] = _name;
        ConnectionString = builder.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>The documents whose kind ends so.</summary>
    public long Count(string kind) =>
        (long)Read(ConnectionString, $"SELECT count(*) FROM agents_migration.documents WHERE kind LIKE '%{kind}'")!;

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Read(_server, $"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static object? Read(string connectionString, string sql)
    {
        using NpgsqlConnection connection = new(connectionString);
        connection.Open();
#pragma warning disable CA2100 // Names of this assembly.
        using NpgsqlCommand command = new(sql, connection);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
