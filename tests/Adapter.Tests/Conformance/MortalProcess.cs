using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>
/// An adapter's process that is killed at a call to v2: before the call is sent or behind it. Nothing that it does from then on
/// reaches the service or the state that others share with it.
/// </summary>
public sealed class MortalProcess(IDocumentStore shared) : IDocumentStore
{
    private (string Method, string PathEnd, bool Afterwards)? _end;
    private volatile bool _dead;

    public HttpMessageHandler Over(HttpMessageHandler inner) => new Handler(this, inner);

    public void DieAt(string method, string pathEnd, bool afterwards) => _end = (method, pathEnd, afterwards);

    public ValueTask<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        Alive().GetAsync(key, cancellationToken);

    public ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default) =>
        Alive().TryAddAsync(document, cancellationToken);

    public ValueTask<IReadOnlyList<StoredDocument>?> TryAddTogetherAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken = default) =>
        Alive().TryAddTogetherAsync(documents, cancellationToken);

    public ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default) =>
        Alive().TryReplaceAsync(document, tag, cancellationToken);

    public ValueTask<bool> TryDeleteAsync(DocumentKey key, string? tag = null, CancellationToken cancellationToken = default) =>
        Alive().TryDeleteAsync(key, tag, cancellationToken);

    public ValueTask<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default) =>
        Alive().ListAsync(query, cancellationToken);

    private IDocumentStore Alive() => _dead ? throw new ObjectDisposedException(nameof(MortalProcess)) : shared;

    private sealed class Handler(MortalProcess owner, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            owner.Alive();
            bool ends = owner._end is var (method, pathEnd, _)
                && request.Method.Method == method
                && request.RequestUri!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal);
            if (ends && owner._end!.Value.Afterwards)
                (await base.SendAsync(request, cancellationToken)).Dispose();
            owner._dead |= ends;
            owner.Alive();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
