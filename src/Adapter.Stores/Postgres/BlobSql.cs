namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>
/// Every statement on bytes. Bytes are written under a number first, which then becomes the current one of its id: readers
/// of the one before go on with that.
/// </summary>
internal sealed class BlobSql(string schema)
{
    /// <summary>Until it is current, it is to be purged: its writer may not live to say that it is whole.</summary>
    public string Begin => $"INSERT INTO {schema}.blobs (id, is_current, purge_at) VALUES ($1, false, $2) RETURNING version";

    public string AddChunk =>
        $"INSERT INTO {schema}.blob_chunks (version, number, content) VALUES ($1, $2, $3) ON CONFLICT (version, number) DO NOTHING";

    /// <summary>Of two that end at once one waits for the other, and sees it.</summary>
    public static string Queue => "SELECT pg_advisory_xact_lock($1)";

    public string Retire => $"UPDATE {schema}.blobs SET is_current = false, purge_at = $2 WHERE id = $1 AND is_current";

    public string Publish => $"UPDATE {schema}.blobs SET is_current = true, purge_at = NULL WHERE version = $1";

    public string Open => $"""
        SELECT b.version, c.content FROM {schema}.blobs b
        LEFT JOIN {schema}.blob_chunks c ON c.version = b.version AND c.number = 0
        WHERE b.id = $1 AND b.is_current
        """;

    public string ReadChunk => $"SELECT content FROM {schema}.blob_chunks WHERE version = $1 AND number = $2";

    public string Purge => $"""
        DELETE FROM {schema}.blobs WHERE version = ANY(ARRAY(
          SELECT version FROM {schema}.blobs WHERE purge_at <= $1 ORDER BY purge_at LIMIT 16 FOR UPDATE SKIP LOCKED))
        """;
}
