using System.Collections.Concurrent;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>Every statement on documents. Each write is one statement, so that PostgreSQL itself makes it a compare-and-set.</summary>
internal sealed class DocumentSql(string schema)
{
    private readonly ConcurrentDictionary<int, string> _addTogether = [];

    public string Find { get; } = Select(schema) + "id = $2 AND (expires_at IS NULL OR expires_at > $3)";

    /// <summary>
    /// $1 and $2 are the list's locks, shared among writers. The number is drawn when they are held, and they are held until
    /// it is committed: who has them alone, sees every number below the next. An expired document makes way.
    /// </summary>
    public string Add { get; } = $"""
        WITH locks AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared($1), pg_advisory_xact_lock_shared($2))
        INSERT INTO {schema}.documents AS d (kind, id, parent, sequence, version, write_id, expires_at, content)
        SELECT $3, $4, $5, nextval('{schema}.document_sequence'), 1, $6, $7, $8 FROM locks
        ON CONFLICT (kind, id) DO UPDATE
        SET parent = EXCLUDED.parent, sequence = EXCLUDED.sequence, version = 1, write_id = EXCLUDED.write_id,
          expires_at = EXCLUDED.expires_at, content = EXCLUDED.content
        WHERE d.expires_at <= $9
        """;

    /// <summary>
    /// $1 is the write, $2 the time; then come two locks for each document, and its columns. Where one of them is there, none is
    /// added; where one has come in that very moment, the division takes the others back. No arrays: with them PostgreSQL makes
    /// a new plan for each call, which takes longer than the call.
    /// </summary>
    public string AddTogether(int count) => _addTogether.GetOrAdd(count, static (documents, schema) =>
    {
        const int First = 3;
        string[] locks = [.. Enumerable.Range(First, 2 * documents).Select(key => $"pg_advisory_xact_lock_shared(${key})")];
        int[] columns = [.. Enumerable.Range(0, documents).Select(i => First + locks.Length + (5 * i))];
        string values = string.Join(", ", columns.Select(c => $"(${c}, ${c + 1}, ${c + 2}, ${c + 3}, ${c + 4})"));
        string isFree = string.Join(" AND ", columns.Select(c => $"""
            NOT EXISTS (SELECT 1 FROM {schema}.documents WHERE kind = ${c} AND id = ${c + 1} AND (expires_at IS NULL OR expires_at > $2))
            """));
        return $"""
            WITH locks AS MATERIALIZED (SELECT {string.Join(", ", locks)}),
            added AS (
              INSERT INTO {schema}.documents AS d (kind, id, parent, sequence, version, write_id, expires_at, content)
              SELECT n.kind, n.id, n.parent, nextval('{schema}.document_sequence'), 1, $1, n.expires_at, n.content
              FROM locks, (VALUES {values}) AS n (kind, id, parent, expires_at, content)
              WHERE {isFree}
              ON CONFLICT (kind, id) DO UPDATE
              SET parent = EXCLUDED.parent, sequence = EXCLUDED.sequence, version = 1, write_id = EXCLUDED.write_id,
                expires_at = EXCLUDED.expires_at, content = EXCLUDED.content
              WHERE d.expires_at <= $2
              RETURNING d.sequence)
            SELECT sequence / (CASE WHEN count(*) OVER () = {documents} THEN 1 ELSE 0 END) FROM added ORDER BY sequence
            """;
    }, schema);

    public string Replace { get; } = $"""
        UPDATE {schema}.documents SET version = version + 1, write_id = $5, expires_at = $6, content = $7
        WHERE kind = $1 AND id = $2 AND sequence = $3 AND version = $4 AND (expires_at IS NULL OR expires_at > $8)
        """;

    public string Delete => $"DELETE FROM {schema}.documents WHERE kind = $1 AND id = $2 AND (expires_at IS NULL OR expires_at > $3)";

    public string DeleteVersion => Delete + " AND sequence = $4 AND version = $5";

    /// <summary>Whether a write was done whose answer was lost.</summary>
    public string FindWrite => $"SELECT 1 FROM {schema}.documents WHERE kind = $1 AND id = $2 AND write_id = $3";

    /// <summary>The numbers of documents that were added together, where all of them still are as they were added.</summary>
    public string FindWrites => $"""
        SELECT d.sequence FROM unnest($1, $2) AS k (kind, id), {schema}.documents AS d
        WHERE d.kind = k.kind AND d.id = k.id AND d.write_id = $3 ORDER BY d.sequence
        """;

    public string FindSequence => $"SELECT sequence FROM {schema}.documents WHERE kind = $1 AND id = $2";

    public string Purge => $"""
        DELETE FROM {schema}.documents WHERE ctid = ANY(ARRAY(
          SELECT ctid FROM {schema}.documents WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED))
        """;

    public static string WaitForWriters => "SELECT pg_advisory_xact_lock($1)";

    public string List(bool ofParent, bool ascending) =>
        Select(schema)
        + (ofParent ? "parent = $5 AND " : "")
        + "(expires_at IS NULL OR expires_at > $2) AND "
        + (ascending ? "sequence > $3 ORDER BY sequence LIMIT $4" : "sequence < $3 ORDER BY sequence DESC LIMIT $4");

    private static string Select(string schema) =>
        $"SELECT id, parent, content, expires_at, sequence, version FROM {schema}.documents WHERE kind = $1 AND ";
}
