namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>
/// Every statement on documents, its parameters in the order of their places. Each write is one statement, so that SQLite
/// itself makes it a compare-and-set; several may share a transaction.
/// </summary>
internal static class DocumentSql
{
    private const string IsAlive = "(expires_at IS NULL OR expires_at > ?)";
    private const string Select = "SELECT id, parent, content, expires_at, version, sequence FROM documents ";
    private const string OfParent = Select + "WHERE kind = ? AND parent = ? AND " + IsAlive;
    private const string OfKind = Select + "WHERE kind = ? AND " + IsAlive;
    private const string Onwards = " AND sequence > ? ORDER BY sequence LIMIT ?";
    private const string Backwards = " AND sequence < ? ORDER BY sequence DESC LIMIT ?";

    public const string Begin = "BEGIN IMMEDIATE";
    public const string Commit = "COMMIT";
    public const string Rollback = "ROLLBACK";

    public const string Find = Select + "WHERE kind = ? AND id = ? AND " + IsAlive;

    public const string Add = """
        INSERT INTO documents (kind, id, parent, version, expires_at, content)
        VALUES (?, ?, ?, 1, ?, ?)
        ON CONFLICT (kind, id) DO NOTHING
        """;

    public const string RemoveExpired = "DELETE FROM documents WHERE kind = ? AND id = ? AND expires_at <= ?";

    public const string Replace = """
        UPDATE documents SET version = version + 1, expires_at = ?, content = ?
        WHERE kind = ? AND id = ? AND sequence = ? AND version = ? AND 
        """ + IsAlive;

    public const string Delete = "DELETE FROM documents WHERE kind = ? AND id = ? AND " + IsAlive;

    public const string DeleteVersion = Delete + " AND sequence = ? AND version = ?";

    public const string Purge = """
        DELETE FROM documents WHERE sequence IN
          (SELECT sequence FROM documents WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)
        """;

    public static string List(bool ofParent, bool ascending) => (ofParent, ascending) switch
    {
        (true, true) => OfParent + Onwards,
        (true, false) => OfParent + Backwards,
        (false, true) => OfKind + Onwards,
        (false, false) => OfKind + Backwards,
    };
}
