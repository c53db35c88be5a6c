using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>State that takes so many more writes and no call after that, as for a process that dies there.</summary>
internal sealed class BreakingStore : IDocumentStore
{
    private readonly InMemoryDocumentStore _inner = new();
    private int _left = int.MaxValue;

    public void BreakAfter(int writes) => _left = writes;

    public void Mend() => _left = int.MaxValue;

    public ValueTask<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        Read(() => _inner.GetAsync(key, cancellationToken));

    public ValueTask<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default) =>
        Read(() => _inner.ListAsync(query, cancellationToken));

    public ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default) =>
        Write(() => _inner.TryAddAsync(document, cancellationToken));

    public ValueTask<IReadOnlyList<StoredDocument>?> TryAddTogetherAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken = default) =>
        Write(() => _inner.TryAddTogetherAsync(documents, cancellationToken));

    public ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default) =>
        Write(() => _inner.TryReplaceAsync(document, tag, cancellationToken));

    public ValueTask<bool> TryDeleteAsync(DocumentKey key, string? tag = null, CancellationToken cancellationToken = default) =>
        Write(() => _inner.TryDeleteAsync(key, tag, cancellationToken));

    private ValueTask<T> Read<T>(Func<ValueTask<T>> call) => _left < 0 ? throw Dead() : call();

    private ValueTask<T> Write<T>(Func<ValueTask<T>> call) => --_left < 0 ? throw Dead() : call();

    private static IOException Dead() => new("The process is gone.");
}
