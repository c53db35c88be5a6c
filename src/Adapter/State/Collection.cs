using System.Globalization;
using System.Text;
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
        store.TryAddAsync(ToDocument(id, parent, value, expiresAt), cancellationToken);

    public ValueTask<bool> TryReplaceAsync(
        string id, Entry<T> current, T value, CancellationToken cancellationToken, DateTimeOffset? expiresAt = null) =>
        store.TryReplaceAsync(ToDocument(id, "", value, expiresAt), current.Tag, cancellationToken);

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

    /// <summary>Deletes the record but keeps its place, so that a list can still be paged from it.</summary>
    public async ValueTask<bool> TryDeleteListedAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Key(id), cancellationToken).ConfigureAwait(false) is not { } stored)
            return false;
        byte[] place = Encoding.ASCII.GetBytes(stored.Sequence.ToString(CultureInfo.InvariantCulture));
        await store.TryAddAsync(new Document(PlaceKey(id), "", place), cancellationToken).ConfigureAwait(false);
        return await store.TryDeleteAsync(Key(id), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where the record stands, or stood before it was deleted.</summary>
    public async ValueTask<long?> FindSequenceAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Key(id), cancellationToken).ConfigureAwait(false) is { } stored)
            return stored.Sequence;
        return await store.GetAsync(PlaceKey(id), cancellationToken).ConfigureAwait(false) is { } place
            ? JsonSerializer.Deserialize(place.Document.Content.Span, StateJson.Default.Int64)
            : null;
    }

    public async ValueTask<IReadOnlyList<Entry<T>>> ListAsync(
        string? parent, bool ascending, int limit, long? afterSequence, CancellationToken cancellationToken)
    {
        DocumentQuery query = new(kind, parent, ascending, limit, afterSequence);
        IReadOnlyList<StoredDocument> page = await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. page.Select(ToEntry)];
    }

    private DocumentKey Key(string id) => new(kind, id);

    private DocumentKey PlaceKey(string id) => new($"{kind}.place", id);

    /// <summary>The record as the store takes it.</summary>
    public Document ToDocument(string id, string parent, T value, DateTimeOffset? expiresAt = null) =>
        new(Key(id), parent, JsonSerializer.SerializeToUtf8Bytes(value, json), expiresAt);

    private Entry<T> ToEntry(StoredDocument stored) => new(RecordReader<T>.Read(stored.Document, json), stored.Tag, stored.Sequence);
}

internal sealed record Entry<T>(T Value, string Tag, long Sequence);
