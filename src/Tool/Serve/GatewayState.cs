using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores;

namespace AgentsMigration.Tool.Serve;

/// <summary>The stores that <c>--state</c> and <c>--files</c> name.</summary>
internal sealed class GatewayState : IAsyncDisposable
{
    private readonly IAsyncDisposable? _opened;

    private GatewayState(IDocumentStore? documents, IBlobStore? blobs, IAsyncDisposable? opened, string description)
    {
        Documents = documents;
        Blobs = blobs;
        _opened = opened;
        Description = description;
    }

    /// <summary>Null: in memory.</summary>
    public IDocumentStore? Documents { get; }

    /// <summary>Null: in memory.</summary>
    public IBlobStore? Blobs { get; }

    /// <summary>For the ready line.</summary>
    public string Description { get; }

    /// <exception cref="IOException">It cannot be used; the message says why.</exception>
    public static async Task<GatewayState> OpenAsync(StateSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Database is { } connection)
        {
            PostgresState database = await PostgresState.OpenAsync(
                connection, settings.FilesDirectory, cancellationToken: cancellationToken);
            return new GatewayState(database.Documents, database.Blobs, database, $"PostgreSQL {database.Name}");
        }
        if (settings.File is { } path)
        {
            SqliteState file = SqliteState.Open(path, settings.FilesDirectory);
            return new GatewayState(file.Documents, file.Blobs, file, Path.GetFullPath(path));
        }
        return new GatewayState(null, null, null, "in memory");
    }

    public ValueTask DisposeAsync() => _opened?.DisposeAsync() ?? default;
}
