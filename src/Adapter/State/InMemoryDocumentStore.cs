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
        lock (_gate)
            return new(Find(key));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (Find(document.Key) is not null)
                return new(false);
            long sequence = ++_sequence;
            _documents[document.Key] = new StoredDocument(document, NextTag(), sequence);
            foreach (SortedList<long, DocumentKey> list in OrdersOf(document))
                list.Add(sequence, document.Key);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default)
    {
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
        lock (_gate)
        {
            List<StoredDocument> page = [];
            if (_order.TryGetValue((query.Kind, query.Parent), out SortedList<long, DocumentKey>? order))
            {
                IEnumerable<KeyValuePair<long, DocumentKey>> entries = query.Ascending ? order : order.Reverse();
                if (query.AfterSequence is { } after)
                    entries = entries.Where(entry => query.Ascending ? entry.Key > after : entry.Key < after);
                foreach (KeyValuePair<long, DocumentKey> entry in entries.ToArray())
                {
                    if (page.Count == query.Limit)
                        break;
                    if (Find(entry.Value) is { } stored)
                        page.Add(stored);
                }
            }
            return new(page);
        }
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

    private void Remove(StoredDocument stored)
    {
        _documents.Remove(stored.Document.Key);
        foreach (SortedList<long, DocumentKey> list in OrdersOf(stored.Document))
            list.Remove(stored.Sequence);
    }

    private IEnumerable<SortedList<long, DocumentKey>> OrdersOf(Document document)
    {
        foreach (string? parent in new[] { document.Parent, null })
        {
            if (!_order.TryGetValue((document.Key.Kind, parent), out SortedList<long, DocumentKey>? list))
                _order[(document.Key.Kind, parent)] = list = [];
            yield return list;
        }
    }

    private string NextTag() => (++_version).ToString(CultureInfo.InvariantCulture);
}
