using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Postgres;

namespace AgentsMigration.Adapter.Stores;

/// <summary>
/// All of an adapter's state in one PostgreSQL database, which any number of instances share: each can serve any request.
/// </summary>
/// <example>
/// <code>
/// await using PostgresState state = await PostgresState.OpenAsync("Host=db;Database=agents;Username=adapter;Password=…");
/// var options = new AdapterOptions(target) { Documents = state.Documents, Blobs = state.Blobs };
/// </code>
/// </example>
public sealed class PostgresState : IDisposable, IAsyncDisposable
{
    private readonly StateDatabase _database;

    private PostgresState(StateDatabase database, string? filesDirectory)
    {
        _database = database;
        Documents = new PostgresDocumentStore(database);
        Blobs = filesDirectory is null ? new PostgresBlobStore(database) : new FileBlobStore(filesDirectory);
    }

    /// <summary>The database and its server, without what is secret: <c>'agents' on db:5432</c>.</summary>
    public string Name => _database.Name;

    /// <summary>For <see cref="AdapterOptions.Documents"/>.</summary>
    public PostgresDocumentStore Documents { get; }

    /// <summary>For <see cref="AdapterOptions.Blobs"/>.</summary>
    public IBlobStore Blobs { get; }

    /// <summary>Connects; creates the tables, or brings those of an earlier release up to date.</summary>
    /// <param name="connectionString">
    /// As Npgsql reads it: <c>Host=…;Database=…;Username=…;Password=…</c>. Behind a connection pooler that works by
    /// transactions add <c>Max Auto Prepare=0</c>.
    /// </param>
    /// <param name="filesDirectory">
    /// Where generated files lie: a directory that all instances share. Default: in the database.
    /// </param>
    /// <param name="options">Default: those of a new <see cref="PostgresStateOptions"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="StateDatabaseException">The database cannot be used; the message says why.</exception>
    /// <exception cref="IOException">The directory cannot be created or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory must not be created or read.</exception>
    public static async Task<PostgresState> OpenAsync(
        string connectionString,
        string? filesDirectory = null,
        PostgresStateOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        StateDatabase database = StateDatabase.Create(connectionString, options ?? new PostgresStateOptions());
        try
        {
            await DatabaseSchema.MigrateAsync(database, cancellationToken).ConfigureAwait(false);
            return new PostgresState(database, filesDirectory);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _database.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
