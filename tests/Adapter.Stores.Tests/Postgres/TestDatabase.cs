using System.Data.Common;
using AgentsMigration.TestSupport;
using Npgsql;

namespace AgentsMigration.Adapter.Stores.Tests.Postgres;

/// <summary>A schema of the test's own on the server of <see cref="PostgresServer"/>; gone when the test has ended.</summary>
internal sealed class TestDatabase : IDisposable
{
    public string ConnectionString { get; } = PostgresServer.Require();

    public string Schema { get; } = $"test_{Guid.NewGuid():N}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Task<PostgresState> OpenAsync(TimeProvider? time = null, string? connectionString = null) => PostgresState.OpenAsync(
        connectionString ?? ConnectionString,
        options: new PostgresStateOptions { Schema = Schema, TimeProvider = time ?? TimeProvider.System },
        cancellationToken: Cancelled);

    /// <summary>For a suite's constructor, which cannot wait.</summary>
    public PostgresState Open(TimeProvider? time = null) => Task.Run(() => OpenAsync(time)).GetAwaiter().GetResult();

    /// <summary>The connection string with another value.</summary>
    public string With(string key, object value)
    {
        DbConnectionStringBuilder builder = new() { ConnectionString = ConnectionString };
        builder[key] = value;
        return builder.ConnectionString;
    }

    public object? Read(string sql, string? connectionString = null)
    {
        using NpgsqlConnection connection = new(connectionString ?? ConnectionString);
        connection.Open();
#pragma warning disable CA2100 // Literals of the tests.
        using NpgsqlCommand command = new(sql.Replace("{schema}", Schema, StringComparison.Ordinal), connection);
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    public void Dispose() => Read("DROP SCHEMA IF EXISTS {schema} CASCADE");
}
