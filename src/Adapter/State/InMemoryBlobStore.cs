using System.Collections.Concurrent;

namespace AgentsMigration.Adapter.State;

/// <summary>Bytes of generated files for the life of the process: the default in process.</summary>
public sealed class InMemoryBlobStore : IBlobStore
{
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<long> PutAsync(string id, Stream content, CancellationToken cancellationToken = default)
    {
        using MemoryStream buffer = new();
        await content.CopyToAsync(buffer, 81_920, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        _blobs[id] = buffer.ToArray();
        return buffer.Length;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<Stream?>(cancellationToken)
            : Task.FromResult<Stream?>(_blobs.TryGetValue(id, out byte[]? blob) ? new MemoryStream(blob, writable: false) : null);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<bool>(cancellationToken)
            : Task.FromResult(_blobs.TryRemove(id, out _));
}
