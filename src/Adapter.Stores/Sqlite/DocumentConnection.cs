using System.Runtime.InteropServices;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Documents;
using Microsoft.Data.Sqlite;

namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>One connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class DocumentConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public StoredDocument? Find(DocumentKey key, long now)
    {
        using SqliteDataReader row = Bind(DocumentSql.Find, ("$kind", key.Kind), ("$id", key.Id), ("$now", now)).ExecuteReader();
        return row.Read() ? Read(key.Kind, row) : null;
    }

    public bool TryAdd(Document document, long now)
    {
        if (Insert(document))
            return true;
        // Only an expired document makes way; whoever deletes it, the second attempt decides.
        return Execute(DocumentSql.RemoveExpired, ("$kind", document.Key.Kind), ("$id", document.Key.Id), ("$now", now))
            && Insert(document);
    }

    public bool TryReplace(Document document, DocumentTag tag, long now) => Execute(
        DocumentSql.Replace,
        ("$kind", document.Key.Kind),
        ("$id", document.Key.Id),
        ("$sequence", tag.Sequence),
        ("$version", tag.Version),
        ("$expires", document.ExpiresAt?.UtcTicks),
        ("$content", Bytes(document.Content)),
        ("$now", now));

    public bool TryDelete(DocumentKey key, DocumentTag? tag, long now) => tag is { } version
        ? Execute(
            DocumentSql.DeleteVersion,
            ("$kind", key.Kind),
            ("$id", key.Id),
            ("$sequence", version.Sequence),
            ("$version", version.Version),
            ("$now", now))
        : Execute(DocumentSql.Delete, ("$kind", key.Kind), ("$id", key.Id), ("$now", now));

    public List<StoredDocument> List(DocumentQuery query, long now)
    {
        SqliteCommand command = Bind(
            DocumentSql.List(query.Parent is not null, query.Ascending),
            ("$kind", query.Kind),
            ("$now", now),
            ("$after", query.AfterSequence ?? (query.Ascending ? long.MinValue : long.MaxValue)),
            // To SQLite a negative limit is none.
            ("$limit", Math.Max(0, query.Limit)),
            ("$parent", query.Parent));
        List<StoredDocument> page = [];
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
            page.Add(Read(query.Kind, row));
        return page;
    }

    public void Purge(long now, int limit) => Execute(DocumentSql.Purge, ("$now", now), ("$limit", limit));

    /// <summary>What is written from here on is written together; waits for other processes first.</summary>
    public void Begin() => Bind(DocumentSql.Begin).ExecuteNonQuery();

    public void Commit() => Bind(DocumentSql.Commit).ExecuteNonQuery();

    /// <summary>Undoes what was written since <see cref="Begin"/>, unless SQLite has done so itself.</summary>
    public bool TryRollback()
    {
        try
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
                Bind(DocumentSql.Rollback).ExecuteNonQuery();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private bool Insert(Document document) => Execute(
        DocumentSql.Add,
        ("$kind", document.Key.Kind),
        ("$id", document.Key.Id),
        ("$parent", document.Parent),
        ("$expires", document.ExpiresAt?.UtcTicks),
        ("$content", Bytes(document.Content)));

    private bool Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Bind(sql, values).ExecuteNonQuery() > 0;

    private SqliteCommand Bind(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // All of it comes from DocumentSql.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach ((string name, _) in values)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            _prepared.Add(sql, command);
        }
        for (int i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        return command;
    }

    private static StoredDocument Read(string kind, SqliteDataReader row)
    {
        DateTimeOffset? expiry = row.IsDBNull(3) ? null : new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero);
        Document document = new(new DocumentKey(kind, row.GetString(0)), row.GetString(1), row.GetFieldValue<byte[]>(2), expiry);
        DocumentTag tag = new(row.GetInt64(5), row.GetInt64(4));
        return new StoredDocument(document, tag.ToString(), tag.Sequence);
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out ArraySegment<byte> segment) && segment.Count == segment.Array!.Length
            ? segment.Array
            : content.ToArray();
}
