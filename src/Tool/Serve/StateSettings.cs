namespace AgentsMigration.Tool.Serve;

/// <summary>Where the state is: in a file, in a database, or, with neither, in memory.</summary>
internal sealed record StateSettings
{
    public const string Default = "sqlite:agents-migration.db";

    private const string Memory = "memory";
    private const string Sqlite = "sqlite:";
    private const string Postgres = "postgres:";

    /// <summary>The SQLite file.</summary>
    public string? File { get; private init; }

    /// <summary>The PostgreSQL connection string.</summary>
    public string? Database { get; private init; }

    /// <summary>Null: beside the SQLite file, or in the database.</summary>
    public string? FilesDirectory { get; init; }

    public bool IsInMemory => File is null && Database is null;

    /// <summary>Null where it is none of these; nothing of it may be shown, because a connection string may hold a password.</summary>
    public static StateSettings? TryParse(string text)
    {
        StateSettings settings = new() { File = Behind(Sqlite, text), Database = Behind(Postgres, text) };
        return settings.IsInMemory && text != Memory ? null : settings;
    }

    private static string? Behind(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > prefix.Length ? text[prefix.Length..] : null;
}
