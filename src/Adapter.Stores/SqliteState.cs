namespace AgentsMigration.Adapter.Stores;

/// <summary>All of an adapter's state on one machine: documents in a SQLite file, generated files beside it.</summary>
public sealed class SqliteState : IDisposable, IAsyncDisposable
{
    private SqliteState(SqliteDocumentStore documents, FileBlobStore blobs)
    {
        Documents = documents;
        Blobs = blobs;
    }

    /// <summary>For <see cref="AdapterOptions.Documents"/>.</summary>
    public SqliteDocumentStore Documents { get; }

    /// <summary>For <see cref="AdapterOptions.Blobs"/>.</summary>
    public FileBlobStore Blobs { get; }

    /// <summary>Opens the state; creates what is missing of it.</summary>
    /// <param name="path">The SQLite file.</param>
    /// <param name="filesDirectory">Where generated files lie. Default: <paramref name="path"/> with <c>.files</c> appended.</param>
    /// <param name="options">Default: those of a new <see cref="SqliteStateOptions"/>.</param>
    /// <exception cref="StateFileException">The SQLite file cannot be used; the message says why.</exception>
    /// <exception cref="IOException">The directory cannot be created or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory must not be created or read.</exception>
    public static SqliteState Open(string path, string? filesDirectory = null, SqliteStateOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileBlobStore blobs = new(filesDirectory ?? path + ".files");
        return new SqliteState(SqliteDocumentStore.Open(path, options), blobs);
    }

    /// <summary>Closes the SQLite file.</summary>
    public void Dispose() => Documents.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync() => Documents.DisposeAsync();
}
