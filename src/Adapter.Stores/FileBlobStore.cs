using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Files;

namespace AgentsMigration.Adapter.Stores;

/// <summary>
/// Bytes as files in one directory, which several processes may share. A file appears under its name only when all of it is
/// on the disk; who reads it while it is replaced or deleted reads the old bytes to their end.
/// </summary>
/// <remarks>
/// Ids have 1 to 128 of the characters <c>A-Z a-z 0-9 _ -</c>; every method throws <see cref="ArgumentException"/> for
/// others. What the file system refuses comes as <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
/// </remarks>
public sealed class FileBlobStore : IBlobStore
{
    private const int BufferSize = 81_920;

    private readonly BlobDirectory _directory;

    /// <summary>Creates the directory where it is missing, and removes what writers left there that were killed.</summary>
    /// <param name="directory">The directory; it should hold nothing else.</param>
    /// <exception cref="IOException">The directory cannot be created or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory must not be created or read.</exception>
    public FileBlobStore(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        _directory = new BlobDirectory(Path.GetFullPath(directory));
        _directory.RemoveLeftovers();
    }

    /// <inheritdoc/>
    public async Task<long> PutAsync(string id, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        string target = _directory.PathOf(id);
        string draft = _directory.NewDraft();
        try
        {
            FileStream file = BlobDirectory.CreateDraft(draft);
            await using (file.ConfigureAwait(false))
            {
                await content.CopyToAsync(file, BufferSize, cancellationToken).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                await file.FlushAsync(cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
                // Still open: its lock tells it from a leftover until it has its name.
                File.Move(draft, target, overwrite: true);
                return file.Length;
            }
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken = default)
    {
        string path = _directory.PathOf(id);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<Stream?>(cancellationToken);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(path, new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }));
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default)
    {
        string path = _directory.PathOf(id);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellationToken);
        string draft = _directory.NewDraft();
        try
        {
            // Of several that delete the same file only one can rename it.
            File.Move(path, draft);
        }
        catch (FileNotFoundException)
        {
            return Task.FromResult(false);
        }
        File.Delete(draft);
        return Task.FromResult(true);
    }
}
