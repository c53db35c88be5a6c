using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>The tables of a state file, by version. A step that has been released is never changed, only followed.</summary>
internal static class StateSchema
{
    /// <summary>Marks a SQLite file as one of ours: "AGMS".</summary>
    private const int ApplicationId = 0x41474D53;

    // AUTOINCREMENT: cursors of clients outlive the rows they name, so a sequence must never come back.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE documents (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          kind TEXT NOT NULL,
          id TEXT NOT NULL,
          parent TEXT NOT NULL,
          version INTEGER NOT NULL,
          expires_at INTEGER,
          content BLOB NOT NULL
        );
        CREATE UNIQUE INDEX documents_by_id ON documents (kind, id);
        CREATE INDEX documents_by_kind ON documents (kind, sequence);
        CREATE INDEX documents_by_parent ON documents (kind, parent, sequence);
        CREATE INDEX documents_by_expiry ON documents (expires_at) WHERE expires_at IS NOT NULL;
        """,
    ];

    /// <exception cref="StateFileException">The file is another program's, or of a later version of this one.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        if (VersionOf(connection, path) == Steps.Length)
            return;
        // Of several processes that start on a new file one creates the tables; the others wait here and find them.
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        for (int version = VersionOf(connection, path); version < Steps.Length; version++)
            Execute(connection, Steps[version]);
        Execute(connection, $"PRAGMA application_id={ApplicationId}; PRAGMA user_version={Steps.Length}");
        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection, string path)
    {
        long application = Read(connection, "PRAGMA application_id");
        long version = Read(connection, "PRAGMA user_version");
        bool isNew = application == 0 && version == 0 && Read(connection, "SELECT COUNT(*) FROM sqlite_master") == 0;
        if (application != ApplicationId && !isNew)
            throw new StateFileException($"'{path}' is a SQLite file of another program.");
        return version <= Steps.Length
            ? (int)version
            : throw new StateFileException(
                $"'{path}' was written by a later release (schema {version}, this one knows {Steps.Length}).");
    }

#pragma warning disable CA2100 // The SQL is this file's own.
    private static long Read(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
