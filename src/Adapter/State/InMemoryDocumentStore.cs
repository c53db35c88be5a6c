using System.Globalization;

namespace AgentsMigration.Adapter.State;

/// <summary>Documents for the life of the process: the default in process, and for tests.</summary>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private readonly TimeProvider _time;
    private readonly object _gate = new();
    private readonly Dictionary<DocumentKey, StoredDocument> _documents = [];
    private readonly Dictionary<(string Kind, string? Parent), SortedList<long, DocumentKey>> _order = [];
    private long _sequence;
    private long _version;

    /// <param name="time">The clock that documents expire by; default: the system's.</param>
    public InMemoryDocumentStore(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return new(Find(key));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (Find(document.Key) is not null)
                return new(false);
            Add(document);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>?> TryAddTogetherAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken = default)
    {
        if (documents is null)
            throw new ArgumentNullException(nameof(documents));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            HashSet<DocumentKey> keys = [];
            if (documents.Any(document => !keys.Add(document.Key) || Find(document.Key) is not null))
                return new((IReadOnlyList<StoredDocument>?)null);
            return new([.. documents.Select(Add)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (Find(document.Key) is not { } stored || stored.Tag != tag)
                return new(false);
            _documents[document.Key] = new StoredDocument(document with { Parent = stored.Document.Parent }, NextTag(), stored.Sequence);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryDeleteAsync(DocumentKey key, string? tag = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (Find(key) is not { } stored || (tag is not null && stored.Tag != tag))
                return new(false);
            Remove(stored);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<StoredDocument> page = [];
        lock (_gate)
        {
            if (!_order.TryGetValue((query.Kind, query.Parent), out SortedList<long, DocumentKey>? order))
                return new(page);
            int index = FirstOf(query, order.Keys);
            while (page.Count < query.Limit && index >= 0 && index < order.Count)
            {
                StoredDocument? stored = Find(order.Values[index]);
                if (stored is not null)
                    page.Add(stored);
                // An expired document has just left the list, and the next one upwards has moved to its place.
                if (!query.Ascending)
                    index--;
                else if (stored is not null)
                    index++;
            }
        }
        return new(page);
    }

    private static int FirstOf(DocumentQuery query, IList<long> sequences)
    {
        if (query.AfterSequence is not { } after)
            return query.Ascending ? 0 : sequences.Count - 1;
        return query.Ascending ? CountUpTo(sequences, after, inclusive: true) : CountUpTo(sequences, after, inclusive: false) - 1;
    }

    private static int CountUpTo(IList<long> sequences, long bound, bool inclusive)
    {
        int low = 0;
        int high = sequences.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sequences[middle] < bound || (inclusive && sequences[middle] == bound))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private StoredDocument? Find(DocumentKey key)
    {
        if (!_documents.TryGetValue(key, out StoredDocument? stored))
            return null;
        if (stored.Document.ExpiresAt is not { } expiry || expiry > _time.GetUtcNow())
            return stored;
        Remove(stored);
        return null;
    }

    private StoredDocument Add(Document document)
    {
        StoredDocument stored = new(document, NextTag(), ++_sequence);
        _documents[document.Key] = stored;
        Enlist((document.Key.Kind, document.Parent), stored.Sequence, document.Key);
        Enlist((document.Key.Kind, null), stored.Sequence, document.Key);
        return stored;
    }

    private void Remove(StoredDocument stored)
    {
        Document document = stored.Document;
        _documents.Remove(document.Key);
        Delist((document.Key.Kind, document.Parent), stored.Sequence);
        Delist((document.Key.Kind, null), stored.Sequence);
    }

    private void Enlist((string Kind, string? Parent) list, long sequence, DocumentKey key)
    {
        if (!_order.TryGetValue(list, out SortedList<long, DocumentKey>? order))
            _order[list] = order = [];
        order.Add(sequence, key);
    }

    private void Delist((string Kind, string? Parent) list, long sequence)
    {
        SortedList<long, DocumentKey> order = _order[list];
        order.Remove(sequence);
        if (order.Count == 0)
            _order.Remove(list);
    }

    private string NextTag() => (++_version).ToString(CultureInfo.InvariantCulture);
}
