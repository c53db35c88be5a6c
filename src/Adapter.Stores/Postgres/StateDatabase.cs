using System.Data.Common;
using Npgsql;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>Connections to one database, tried again while it cannot be reached.</summary>
internal sealed class StateDatabase : IAsyncDisposable, IDisposable
{
    private const string ApplicationName = "agents-migration";
    private const int PreparedStatements = 32;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly PostgresStateOptions _options;
    private readonly NpgsqlDataSource _source;

    private StateDatabase(NpgsqlConnectionStringBuilder settings, PostgresStateOptions options)
    {
        _options = options;
        Name = $"'{settings.Database ?? settings.Username}' on {settings.Host}:{settings.Port}";
        _source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    public string Name { get; }

    public string Schema => _options.Schema;

    public TimeProvider Time => _options.TimeProvider;

    /// <exception cref="StateDatabaseException">The connection string is none.</exception>
    public static StateDatabase Create(string connectionString, PostgresStateOptions options)
    {
        try
        {
            NpgsqlConnectionStringBuilder settings = new(connectionString)
            {
                // An app's own transaction must not take the adapter's state back with it.
                Enlist = false,
                // No statement leaves anything behind in its session, and seven more between any two of them would be most of the work.
                NoResetOnClose = true,
            };
            if (string.IsNullOrEmpty(settings.Host))
                throw new StateDatabaseException("The PostgreSQL connection string names no Host.");
            settings.ApplicationName ??= ApplicationName;
            if (!Names(connectionString, "MaxAutoPrepare"))
                settings.MaxAutoPrepare = PreparedStatements;
            return new StateDatabase(settings, options);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException)
        {
            // Not with what it said: that may be a piece of the password.
            throw new StateDatabaseException(
                "The PostgreSQL connection string is not one: expected Host=…;Database=…;Username=…;Password=….");
        }
    }

    public NpgsqlCommand Command(string sql) => _source.CreateCommand(sql);

    public NpgsqlBatch Batch() => _source.CreateBatch();

    public ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellationToken) =>
        _source.OpenConnectionAsync(cancellationToken);

    /// <summary>
    /// Runs the work, again where the connection was lost. The work is told whether it may have been done before without
    /// an answer.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<bool, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long start = Time.GetTimestamp();
        TimeSpan pause = FirstPause;
        for (bool again = false; ; again = true)
        {
            try
            {
                return await work(again).ConfigureAwait(false);
            }
            catch (NpgsqlException error) when (error.IsTransient && Time.GetElapsedTime(start) < _options.Patience)
            {
                await Task.Delay(pause, Time, cancellationToken).ConfigureAwait(false);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (NpgsqlException error)
            {
                throw DatabaseErrors.Explain(error, Name, Schema);
            }
        }
    }

    public StateDatabaseException Refuse(string reason) => new($"PostgreSQL database {Name} {reason}.");

    public void Dispose() => _source.Dispose();

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static bool Names(string connectionString, string keyword) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys
            .Cast<string>()
            .Any(key => key.Replace(" ", "", StringComparison.Ordinal).Equals(keyword, StringComparison.OrdinalIgnoreCase));
}
