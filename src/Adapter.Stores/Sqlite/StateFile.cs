using Microsoft.Data.Sqlite;

namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>Opens connections to one state file, and says in words what SQLite says in numbers.</summary>
internal sealed class StateFile(string path, SqliteStateOptions options)
{
    private const string JournalLimit = "67108864";

    /// <summary>Pages of 4 KB. Each checkpoint waits for the disk, and a page that was written twice goes there once.</summary>
    private const string CheckpointAt = "8000";

    /// <summary>In KB: the indexes' pages that are written in no order.</summary>
    private const string WriterCache = "-8000";

    static StateFile() => SQLitePCL.Batteries_V2.Init();

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>A connection that may write; creates the file and brings its schema up to date.</summary>
    public SqliteConnection OpenWriter()
    {
        if (System.IO.Path.GetDirectoryName(Path) is { } directory)
            Directory.CreateDirectory(directory);
        SqliteConnection connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            // SQLite opens what is write-protected for reading, and would say so only at the first write.
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
                throw new StateFileException($"'{Path}' must not be written by this process.");
            if (Pragma(connection, "journal_mode=WAL") as string is not "wal")
                throw new StateFileException($"'{Path}' lies where SQLite cannot share memory, such as on a network drive.");
            Pragma(connection, options.FlushEveryWrite ? "synchronous=FULL" : "synchronous=NORMAL");
            Pragma(connection, "journal_size_limit=" + JournalLimit);
            Pragma(connection, "wal_autocheckpoint=" + CheckpointAt);
            Pragma(connection, "cache_size=" + WriterCache);
            StateSchema.Migrate(connection, Path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenReader()
    {
        SqliteConnection connection = Open(SqliteOpenMode.ReadWrite);
        Pragma(connection, "query_only=1");
        return connection;
    }

    public StateFileException Explain(SqliteException error)
    {
        string reason = error.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED =>
                $"is locked: another process has been writing for more than {options.BusyTimeout.TotalSeconds} s",
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => "must not be written by this process",
            SQLitePCL.raw.SQLITE_CANTOPEN => "cannot be opened: it and its folder must be writable",
            SQLitePCL.raw.SQLITE_NOTADB => "is not a state file",
            SQLitePCL.raw.SQLITE_CORRUPT => "is damaged",
            SQLitePCL.raw.SQLITE_FULL => "cannot grow: the disk is full",
            _ => "failed",
        };
        return new StateFileException($"'{Path}' {reason} ({error.Message.TrimEnd('.')}).", error);
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder settings = new()
        {
            DataSource = Path,
            Mode = mode,
            // The store keeps its connections itself, with their prepared statements.
            Pooling = false,
            // The library waits in steps of 150 ms, SQLite itself in steps of a few: the library only gets the last word.
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds)),
        };
        SqliteConnection connection = new(settings.ToString());
        try
        {
            connection.Open();
            Pragma(connection, FormattableString.Invariant($"busy_timeout={(long)options.BusyTimeout.TotalMilliseconds}"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static object? Pragma(SqliteConnection connection, string pragma)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Pragmas take no parameters; all of these are this file's own.
        command.CommandText = "PRAGMA " + pragma;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
