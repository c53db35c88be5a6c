using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Documents;
using Microsoft.Data.Sqlite;

namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>One connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class DocumentConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> _prepared = new(StringComparer.Ordinal);

    private bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public StoredDocument? Find(DocumentKey key, long now)
    {
        Statement statement = Prepare(DocumentSql.Find).Bind(key.Kind).Bind(key.Id).Bind(now);
        try
        {
            return statement.Step() ? Read(statement, key) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    public bool TryAdd(Document document, long now)
    {
        if (Insert(document))
            return true;
        // Only an expired document makes way; whoever deletes it, the second attempt decides.
        return Prepare(DocumentSql.RemoveExpired).Bind(document.Key.Kind).Bind(document.Key.Id).Bind(now).Execute() > 0
            && Insert(document);
    }

    /// <summary>In a transaction nobody else writes: what is free before the first one is free for all.</summary>
    public List<StoredDocument>? TryAddTogether(IReadOnlyList<Document> documents, long now)
    {
        HashSet<DocumentKey> keys = [];
        if (documents.Any(document => !keys.Add(document.Key)))
            return null;
        bool isOwn = !IsInTransaction;
        if (isOwn)
            Begin();
        try
        {
            List<StoredDocument>? added = documents.Any(document => Find(document.Key, now) is not null)
                ? null
                : [.. documents.Select(document => Add(document, now))];
            if (isOwn)
                Commit();
            return added;
        }
        catch
        {
            if (isOwn)
                TryRollback();
            throw;
        }
    }

    public bool TryReplace(Document document, DocumentTag tag, long now) => Prepare(DocumentSql.Replace)
        .Bind(document.ExpiresAt?.UtcTicks).Bind(document.Content.Span)
        .Bind(document.Key.Kind).Bind(document.Key.Id).Bind(tag.Sequence).Bind(tag.Version).Bind(now)
        .Execute() > 0;

    public bool TryDelete(DocumentKey key, DocumentTag? tag, long now)
    {
        Statement statement = Prepare(tag is null ? DocumentSql.Delete : DocumentSql.DeleteVersion).Bind(key.Kind).Bind(key.Id).Bind(now);
        if (tag is { } version)
            statement.Bind(version.Sequence).Bind(version.Version);
        return statement.Execute() > 0;
    }

    public List<StoredDocument> List(DocumentQuery query, long now)
    {
        Statement statement = Prepare(DocumentSql.List(query.Parent is not null, query.Ascending)).Bind(query.Kind);
        if (query.Parent is { } parent)
            statement.Bind(parent);
        statement.Bind(now)
            .Bind(query.AfterSequence ?? (query.Ascending ? long.MinValue : long.MaxValue))
            // To SQLite a negative limit is none.
            .Bind((long)Math.Max(0, query.Limit));
        List<StoredDocument> page = [];
        try
        {
            while (statement.Step())
                page.Add(Read(statement, new DocumentKey(query.Kind, statement.ReadText(0))));
            return page;
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Purge(long now, int limit) => Prepare(DocumentSql.Purge).Bind(now).Bind((long)limit).Execute();

    /// <summary>What is written from here on is written together; waits for other processes first.</summary>
    public void Begin() => Prepare(DocumentSql.Begin).Execute();

    public void Commit() => Prepare(DocumentSql.Commit).Execute();

    /// <summary>Undoes what was written since <see cref="Begin"/>, unless SQLite has done so itself.</summary>
    public bool TryRollback()
    {
        try
        {
            if (IsInTransaction)
                Prepare(DocumentSql.Rollback).Execute();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (Statement statement in _prepared.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private bool Insert(Document document) => Prepare(DocumentSql.Add)
        .Bind(document.Key.Kind).Bind(document.Key.Id).Bind(document.Parent)
        .Bind(document.ExpiresAt?.UtcTicks).Bind(document.Content.Span)
        .Execute() > 0;

    private StoredDocument Add(Document document, long now)
    {
        if (!TryAdd(document, now))
            throw new InvalidOperationException("A document that was not there is there.");
        DocumentTag tag = new(SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle), DocumentTag.FirstVersion);
        return new StoredDocument(document, tag.ToString(), tag.Sequence);
    }

    private Statement Prepare(string sql)
    {
        if (!_prepared.TryGetValue(sql, out Statement? statement))
            _prepared.Add(sql, statement = new Statement(connection.Handle!, sql));
        return statement;
    }

    private static StoredDocument Read(Statement row, DocumentKey key)
    {
        DateTimeOffset? expiry = row.IsNull(3) ? null : new DateTimeOffset(row.ReadInt64(3), TimeSpan.Zero);
        Document document = new(key, row.ReadText(1), row.ReadBytes(2), expiry);
        DocumentTag tag = new(row.ReadInt64(5), row.ReadInt64(4));
        return new StoredDocument(document, tag.ToString(), tag.Sequence);
    }
}
