using AgentsMigration.Adapter.State;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>A state that answers nothing and talks too much.</summary>
internal sealed class FailingDocuments : IDocumentStore
{
    public const string Secret = "password=hunter2";

    public ValueTask<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default) => throw Failure();

    public ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default) => throw Failure();

    public ValueTask<IReadOnlyList<StoredDocument>?> TryAddTogetherAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken = default) => throw Failure();

    public ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default) => throw Failure();

    public ValueTask<bool> TryDeleteAsync(DocumentKey key, string? tag = null, CancellationToken cancellationToken = default) => throw Failure();

    public ValueTask<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default) => throw Failure();

    private static InvalidOperationException Failure() => new(Secret);
}
