namespace AgentsMigration.Adapter.State;

/// <summary>
/// Holds what v2 cannot: assistants outside Foundry, run records, message metadata, the lock of a thread with an active
/// run. Every write is a compare-and-set, so that several processes can share a store.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The document, or null where there is none or it has expired.</summary>
    ValueTask<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default);

    /// <summary>Adds the document; false where there is one already.</summary>
    ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds all of the documents in one step and says how they are stored, in the same order; null, and none of them is added,
    /// where there is one already.
    /// </summary>
    ValueTask<IReadOnlyList<StoredDocument>?> TryAddTogetherAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken = default);

    /// <summary>Replaces the version named by <paramref name="tag"/>; false where it is no longer the current one.</summary>
    ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default);

    /// <summary>Deletes the document, or only the version named by <paramref name="tag"/>; false where it was not there.</summary>
    ValueTask<bool> TryDeleteAsync(DocumentKey key, string? tag = null, CancellationToken cancellationToken = default);

    /// <summary>A page in the order of the first puts.</summary>
    ValueTask<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default);
}
