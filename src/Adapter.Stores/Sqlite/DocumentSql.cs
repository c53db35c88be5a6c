namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>
/// Every statement on documents. Each write is one statement, so that SQLite itself makes it a compare-and-set; several may
/// share a transaction.
/// </summary>
internal static class DocumentSql
{
    private const string IsAlive = "(expires_at IS NULL OR expires_at > $now)";
    private const string Select = "SELECT id, parent, content, expires_at, version, sequence FROM documents ";
    private const string OfParent = Select + "WHERE kind = $kind AND parent = $parent AND " + IsAlive;
    private const string OfKind = Select + "WHERE kind = $kind AND " + IsAlive;
    private const string Onwards = " AND sequence > $after ORDER BY sequence LIMIT $limit";
    private const string Backwards = " AND sequence < $after ORDER BY sequence DESC LIMIT $limit";

    public const string Begin = "BEGIN IMMEDIATE";
    public const string Commit = "COMMIT";
    public const string Rollback = "ROLLBACK";

    public const string Find = Select + "WHERE kind = $kind AND id = $id AND " + IsAlive;

    public const string Add = """
        INSERT INTO documents (kind, id, parent, version, expires_at, content)
        VALUES ($kind, $id, $parent, 1, $expires, $content)
        ON CONFLICT (kind, id) DO NOTHING
        """;

    public const string RemoveExpired = "DELETE FROM documents WHERE kind = $kind AND id = $id AND expires_at <= $now";

    public const string Replace = """
        UPDATE documents SET version = version + 1, expires_at = $expires, content = $content
        WHERE kind = $kind AND id = $id AND sequence = $sequence AND version = $version AND 
        """ + IsAlive;

    public const string Delete = "DELETE FROM documents WHERE kind = $kind AND id = $id AND " + IsAlive;

    public const string DeleteVersion = Delete + " AND sequence = $sequence AND version = $version";

    public const string Purge = """
        DELETE FROM documents WHERE sequence IN
          (SELECT sequence FROM documents WHERE expires_at <= $now ORDER BY expires_at LIMIT $limit)
        """;

    public static string List(bool ofParent, bool ascending) => (ofParent, ascending) switch
    {
        (true, true) => OfParent + Onwards,
        (true, false) => OfParent + Backwards,
        (false, true) => OfKind + Onwards,
        (false, false) => OfKind + Backwards,
    };
}
