using System.Collections.Concurrent;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Documents;
using AgentsMigration.Adapter.Stores.Sqlite;
using Microsoft.Data.Sqlite;

namespace AgentsMigration.Adapter.Stores;

/// <summary>
/// Documents in one SQLite file with a write-ahead log. Several stores and several processes of one machine may share the
/// file; a process that is killed loses no write that has returned.
/// </summary>
/// <remarks>
/// A call runs on the caller's thread, for some ten microseconds: SQLite has no asynchronous interface, and another thread
/// would cost more than it saves. Reads never wait. Writes wait their turn asynchronously within the process, those that wait
/// are done together, and all of them wait for other processes up to <see cref="SqliteStateOptions.BusyTimeout"/>. A call that is cancelled has changed nothing. Any call may
/// throw <see cref="StateFileException"/>, and <see cref="ObjectDisposedException"/> after the store's end.
/// </remarks>
public sealed class SqliteDocumentStore : IDocumentStore, IDisposable, IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly StateFile _file;
    private readonly WriteQueue _writer;
    private readonly ConcurrentBag<DocumentConnection> _readers = [];
    private volatile bool _disposed;

    private SqliteDocumentStore(StateFile file, WriteQueue writer, TimeProvider time)
    {
        _file = file;
        _writer = writer;
        _time = time;
    }

    private long Now => _time.GetUtcNow().UtcTicks;

    /// <summary>Opens the file; creates it, its folder and its tables where they are missing.</summary>
    /// <param name="path">The file. SQLite keeps two more beside it while it is open: <c>-wal</c> and <c>-shm</c>.</param>
    /// <param name="options">Default: those of a new <see cref="SqliteStateOptions"/>.</param>
    /// <exception cref="StateFileException">
    /// The file cannot be written, is locked, damaged, another program's, or of a later release.
    /// </exception>
    public static SqliteDocumentStore Open(string path, SqliteStateOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new SqliteStateOptions();
        StateFile file = new(path, options);
        try
        {
            return new SqliteDocumentStore(file, new WriteQueue(new DocumentConnection(file.OpenWriter()), options.TimeProvider), options.TimeProvider);
        }
        catch (SqliteException error)
        {
            throw file.Explain(error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException and not StateFileException)
        {
            throw new StateFileException($"'{file.Path}' cannot be created: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => reader.Find(key, Now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default) =>
        WriteAsync(writer => writer.TryAdd(document, Now), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredDocument>?> TryAddTogetherAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        List<StoredDocument>? added = null;
        await WriteAsync(writer => (added = writer.TryAddTogether(documents, Now)) is not null, cancellationToken).ConfigureAwait(false);
        return added;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default) =>
        DocumentTag.TryParse(tag, out DocumentTag version)
            ? WriteAsync(writer => writer.TryReplace(document, version, Now), cancellationToken)
            : new(false);

    /// <inheritdoc/>
    public ValueTask<bool> TryDeleteAsync(DocumentKey key, string? tag = null, CancellationToken cancellationToken = default)
    {
        if (tag is null)
            return WriteAsync(writer => writer.TryDelete(key, null, Now), cancellationToken);
        return DocumentTag.TryParse(tag, out DocumentTag version)
            ? WriteAsync(writer => writer.TryDelete(key, version, Now), cancellationToken)
            : new(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync<IReadOnlyList<StoredDocument>>(reader => reader.List(query, Now), cancellationToken);

    /// <summary>Closes the file once the write that is under way has ended. The last to close it tidies it up.</summary>
    public void Dispose()
    {
        _disposed = true;
        CloseReaders();
        _writer.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        _disposed = true;
        CloseReaders();
        return _writer.DisposeAsync();
    }

    private ValueTask<T> ReadAsync<T>(Func<DocumentConnection, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<T>(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            DocumentConnection reader = _readers.TryTake(out DocumentConnection? idle)
                ? idle
                : new DocumentConnection(_file.OpenReader());
            T result;
            try
            {
                result = read(reader);
            }
            catch
            {
                reader.Dispose();
                throw;
            }
            _readers.Add(reader);
            if (_disposed)
                CloseReaders();
            return new(result);
        }
        catch (SqliteException error)
        {
            return ValueTask.FromException<T>(_file.Explain(error));
        }
        catch (Exception error)
        {
            return ValueTask.FromException<T>(error);
        }
    }

    private async ValueTask<bool> WriteAsync(Func<DocumentConnection, bool> write, CancellationToken cancellationToken)
    {
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return await _writer.WriteAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw _file.Explain(error);
        }
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out DocumentConnection? reader))
            reader.Dispose();
    }
}
