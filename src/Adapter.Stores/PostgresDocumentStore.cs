using System.Collections.Concurrent;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Documents;
using AgentsMigration.Adapter.Stores.Postgres;
using Npgsql;

namespace AgentsMigration.Adapter.Stores;

/// <summary>
/// Documents in a PostgreSQL database that several instances share. A call whose connection breaks is tried again, and does
/// what it does once. See <see cref="PostgresState"/>.
/// </summary>
/// <remarks>
/// A list that is read upwards misses nothing: it waits for the documents of the same list that are being added at that
/// moment. A call that is cancelled may have been done. Any call may throw <see cref="StateDatabaseException"/>.
/// </remarks>
public sealed class PostgresDocumentStore : IDocumentStore
{
    private const int WritesBetweenPurges = 64;
    private const int PurgeLimit = 256;

    private readonly StateDatabase _database;
    private readonly DocumentSql _sql;
    private readonly ReadQueue _reads;
    private readonly ConcurrentDictionary<string, long> _kindKeys = new(StringComparer.Ordinal);
    private int _writes;

    internal PostgresDocumentStore(StateDatabase database)
    {
        _database = database;
        _sql = new DocumentSql(database.Schema);
        _reads = new ReadQueue(ReadAllAsync);
    }

    private long Now => _database.Time.GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        _reads.ReadAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(Document document, CancellationToken cancellationToken = default)
    {
        Guid write = Guid.NewGuid();
        return WriteAsync(
            () => _database.Command(_sql.Add)
                .Add(ListKey(document.Key.Kind, null)).Add(ListKey(document.Key.Kind, document.Parent))
                .Add(document.Key).Add(StoredText.Encode(document.Parent))
                .Add(write).Add(document.ExpiresAt).Add(document.Content)
                .Add(Now),
            () => IsDoneAsync(document.Key, write, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredDocument>?> TryAddTogetherAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.DistinctBy(document => document.Key).Count() != documents.Count)
            return null;
        Guid write = Guid.NewGuid();
        IReadOnlyList<long> sequences = [];
        await WriteAsync(
            async () => (sequences = await AddTogether(documents, write).ReadAllAsync(cancellationToken).ConfigureAwait(false)).Count,
            async () => (sequences = await _database.Command(_sql.FindWrites)
                .Add(documents.Select(document => StoredText.Encode(document.Key.Kind)).ToArray())
                .Add(documents.Select(document => StoredText.Encode(document.Key.Id)).ToArray())
                .Add(write).ReadAllAsync(cancellationToken).ConfigureAwait(false)).Count == documents.Count,
            cancellationToken).ConfigureAwait(false);
        return sequences.Count == documents.Count
            ? [.. documents.Zip(sequences, (document, sequence) =>
                new StoredDocument(document, new DocumentTag(sequence, DocumentTag.FirstVersion).ToString(), sequence))]
            : null;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(Document document, string tag, CancellationToken cancellationToken = default)
    {
        if (!DocumentTag.TryParse(tag, out DocumentTag version))
            return new(false);
        Guid write = Guid.NewGuid();
        return WriteAsync(
            () => _database.Command(_sql.Replace)
                .Add(document.Key).Add(version.Sequence).Add(version.Version)
                .Add(write).Add(document.ExpiresAt).Add(document.Content)
                .Add(Now),
            () => IsDoneAsync(document.Key, write, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryDeleteAsync(DocumentKey key, string? tag = null, CancellationToken cancellationToken = default)
    {
        DocumentTag version = default;
        if (tag is not null && !DocumentTag.TryParse(tag, out version))
            return new(false);
        return WriteAsync(
            () => tag is null
                ? _database.Command(_sql.Delete).Add(key).Add(Now)
                : _database.Command(_sql.DeleteVersion).Add(key).Add(Now).Add(version.Sequence).Add(version.Version),
            // What is gone after a delete whose answer was lost, counts as deleted by it.
            async () => await FindSequenceAsync(key, cancellationToken).ConfigureAwait(false) is not { } sequence
                || (tag is not null && sequence != version.Sequence),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredDocument>> ListAsync(DocumentQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await _database.RunAsync(
            async _ =>
            {
                NpgsqlBatch batch = _database.Batch();
                await using (batch.ConfigureAwait(false))
                {
                    // Downwards, what is being added stands before the first page; upwards, a cursor would pass over it.
                    if (query.Ascending)
                        batch.Add(DocumentSql.WaitForWriters).Add(ListKey(query.Kind, query.Parent));
                    batch.Add(_sql.List(query.Parent is not null, query.Ascending))
                        .Add(StoredText.Encode(query.Kind)).Add(Now)
                        .Add(query.AfterSequence ?? (query.Ascending ? long.MinValue : long.MaxValue))
                        .Add((long)Math.Max(0, query.Limit))
                        .AddOptional(query.Parent is null ? null : StoredText.Encode(query.Parent));
                    return await ReadPageAsync(batch, query, cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private NpgsqlCommand AddTogether(IReadOnlyList<Document> documents, Guid write)
    {
        NpgsqlCommand command = _database.Command(_sql.AddTogether(documents.Count)).Add(write).Add(Now);
        // In one order, that of a kind before that of a parent in it: nobody waits for who waits for them.
        foreach (Document document in documents.OrderBy(one => one.Key.Kind, StringComparer.Ordinal).ThenBy(one => one.Parent, StringComparer.Ordinal))
            command.Add(ListKey(document.Key.Kind, null)).Add(ListKey(document.Key.Kind, document.Parent));
        foreach (Document document in documents)
            command.Add(document.Key).Add(StoredText.Encode(document.Parent)).Add(document.ExpiresAt).Add(document.Content);
        return command;
    }

    private Task<StoredDocument?[]> ReadAllAsync(IReadOnlyList<DocumentKey> keys) => _database.RunAsync(
        async _ =>
        {
            StoredDocument?[] found = new StoredDocument?[keys.Count];
            NpgsqlBatch batch = _database.Batch();
            await using (batch.ConfigureAwait(false))
            {
                foreach (DocumentKey key in keys)
                    batch.Add(_sql.Find).Add(StoredText.Encode(key.Kind)).Add(StoredText.Encode(key.Id)).Add(Now);
                NpgsqlDataReader row = await batch.ExecuteReaderAsync().ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    for (int i = 0; i < found.Length; i++)
                    {
                        if (await row.ReadAsync().ConfigureAwait(false))
                            found[i] = DocumentRow.Read(keys[i].Kind, row);
                        await row.NextResultAsync().ConfigureAwait(false);
                    }
                }
            }
            return found;
        },
        CancellationToken.None);

    private static async Task<IReadOnlyList<StoredDocument>> ReadPageAsync(
        NpgsqlBatch batch, DocumentQuery query, CancellationToken cancellationToken)
    {
        List<StoredDocument> page = [];
        NpgsqlDataReader row = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (row.ConfigureAwait(false))
        {
            if (query.Ascending)
                await row.NextResultAsync(cancellationToken).ConfigureAwait(false);
            while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
                page.Add(DocumentRow.Read(query.Kind, row));
        }
        return page;
    }

    private ValueTask<bool> WriteAsync(
        Func<NpgsqlCommand> write, Func<Task<bool>> wasDone, CancellationToken cancellationToken) =>
        WriteAsync(() => write().ExecuteAsync(cancellationToken), wasDone, cancellationToken);

    private async ValueTask<bool> WriteAsync(
        Func<Task<int>> write, Func<Task<bool>> wasDone, CancellationToken cancellationToken)
    {
        // Expired documents are invisible at once; their rows go in small portions, beside other work.
        if (Interlocked.Increment(ref _writes) % WritesBetweenPurges == 1)
        {
            await _database.RunAsync(
                _ => _database.Command(_sql.Purge).Add(Now).Add((long)PurgeLimit).ExecuteAsync(cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        return await _database.RunAsync(
            async again =>
                await write().ConfigureAwait(false) > 0
                || (again && await wasDone().ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsDoneAsync(DocumentKey key, Guid write, CancellationToken cancellationToken) =>
        await _database.Command(_sql.FindWrite).Add(key).Add(write).ReadValueAsync(cancellationToken).ConfigureAwait(false) is not null;

    private async Task<long?> FindSequenceAsync(DocumentKey key, CancellationToken cancellationToken) =>
        (long?)await _database.Command(_sql.FindSequence).Add(key).ReadValueAsync(cancellationToken).ConfigureAwait(false);

    private long ListKey(string kind, string? parent) => parent is null
        ? _kindKeys.GetOrAdd(kind, static (name, schema) => AdvisoryKey.Of(schema, name), _database.Schema)
        : AdvisoryKey.Of(_database.Schema, kind, parent);
}
