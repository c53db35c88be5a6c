using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Stores.Documents;
using Npgsql;

namespace AgentsMigration.Adapter.Stores.Postgres;

internal static class DocumentRow
{
    /// <summary>In the order of <see cref="DocumentSql"/>: id, parent, content, expiry, sequence, version.</summary>
    public static StoredDocument Read(string kind, NpgsqlDataReader row)
    {
        DateTimeOffset? expiry = row.IsDBNull(3) ? null : new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero);
        DocumentKey key = new(kind, StoredText.Decode(row.GetString(0)));
        Document document = new(key, StoredText.Decode(row.GetString(1)), row.GetFieldValue<byte[]>(2), expiry);
        DocumentTag tag = new(row.GetInt64(4), row.GetInt64(5));
        return new StoredDocument(document, tag.ToString(), tag.Sequence);
    }
}
