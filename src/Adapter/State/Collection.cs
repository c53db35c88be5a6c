using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AgentsMigration.Adapter.State;

/// <summary>One kind of record in the document store.</summary>
internal sealed class Collection<T>(IDocumentStore store, string kind, JsonTypeInfo<T> json)
    where T : class
{
    public async ValueTask<Entry<T>?> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.GetAsync(Key(id), cancellationToken).ConfigureAwait(false) is { } stored ? ToEntry(stored) : null;

    public ValueTask<bool> TryAddAsync(
        string id, string parent, T value, CancellationToken cancellationToken, DateTimeOffset? expiresAt = null) =>
        store.TryAddAsync(new Document(Key(id), parent, Serialize(value), expiresAt), cancellationToken);

    public ValueTask<bool> TryReplaceAsync(
        string id, Entry<T> current, T value, CancellationToken cancellationToken, DateTimeOffset? expiresAt = null) =>
        store.TryReplaceAsync(new Document(Key(id), "", Serialize(value), expiresAt), current.Tag, cancellationToken);

    /// <summary>Applies the change to the current version until it goes through; adds the record where there is none.</summary>
    public async ValueTask<T> UpdateAsync(string id, string parent, Func<T?, T> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            Entry<T>? current = await FindAsync(id, cancellationToken).ConfigureAwait(false);
            T value = change(current?.Value);
            bool done = current is null
                ? await TryAddAsync(id, parent, value, cancellationToken).ConfigureAwait(false)
                : await TryReplaceAsync(id, current, value, cancellationToken).ConfigureAwait(false);
            if (done)
                return value;
        }
    }

    public ValueTask<bool> TryDeleteAsync(string id, CancellationToken cancellationToken, string? tag = null) =>
        store.TryDeleteAsync(Key(id), tag, cancellationToken);

    public async ValueTask<IReadOnlyList<Entry<T>>> ListAsync(
        string? parent, bool ascending, int limit, long? afterSequence, CancellationToken cancellationToken)
    {
        DocumentQuery query = new(kind, parent, ascending, limit, afterSequence);
        IReadOnlyList<StoredDocument> page = await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. page.Select(ToEntry)];
    }

    private DocumentKey Key(string id) => new(kind, id);

    private byte[] Serialize(T value) => JsonSerializer.SerializeToUtf8Bytes(value, json);

    private Entry<T> ToEntry(StoredDocument stored) =>
        new(JsonSerializer.Deserialize(stored.Document.Content.Span, json)!, stored.Tag, stored.Sequence);
}

internal sealed record Entry<T>(T Value, string Tag, long Sequence);
