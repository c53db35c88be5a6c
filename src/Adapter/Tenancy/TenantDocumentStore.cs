using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Tenancy;

/// <summary>
/// A tenant's own part of a store that several share. The kinds are its own, so that no id, list or cursor of another tenant
/// leads into it.
/// </summary>
internal sealed class TenantDocumentStore(IDocumentStore inner, string tenant) : IDocumentStore
{
    public async ValueTask<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        await inner.GetAsync(Inner(key), cancellationToken).ConfigureAwait(false) is { } stored ? Outer(stored) : null;

    public ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default) =>
        inner.TryAddAsync(Inner(document), cancellationToken);

    public async ValueTask<IReadOnlyList<StoredDocument>?> TryAddTogetherAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken = default) =>
        await inner.TryAddTogetherAsync([.. documents.Select(Inner)], cancellationToken).ConfigureAwait(false) is { } stored
            ? [.. stored.Select(Outer)]
            : null;

    public ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default) =>
        inner.TryReplaceAsync(Inner(document), tag, cancellationToken);

    public ValueTask<bool> TryDeleteAsync(DocumentKey key, string? tag = null, CancellationToken cancellationToken = default) =>
        inner.TryDeleteAsync(Inner(key), tag, cancellationToken);

    public async ValueTask<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<StoredDocument> page =
            await inner.ListAsync(query with { Kind = Inner(query.Kind) }, cancellationToken).ConfigureAwait(false);
        return [.. page.Select(Outer)];
    }

    // No tenant's name and no kind has a slash in it.
    private string Inner(string kind) => $"{tenant}/{kind}";

    private DocumentKey Inner(DocumentKey key) => key with { Kind = Inner(key.Kind) };

    private Document Inner(Document document) => document with { Key = Inner(document.Key) };

    private StoredDocument Outer(StoredDocument stored)
    {
        DocumentKey key = stored.Document.Key;
        string kind = key.Kind.Substring(tenant.Length + 1);
        return stored with { Document = stored.Document with { Key = key with { Kind = kind } } };
    }
}
