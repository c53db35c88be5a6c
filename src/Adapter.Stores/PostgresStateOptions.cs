using System.Text.RegularExpressions;

namespace AgentsMigration.Adapter.Stores;

/// <summary>How a PostgreSQL database is used for state.</summary>
public sealed partial class PostgresStateOptions
{
    private string _schema = "agents_migration";
    private TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>The clock that documents expire by. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The schema that holds the tables; it is created where it is missing. Instances that share their state name the same
    /// one, and nothing else should use it. Default: <c>agents_migration</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a lower-case name of at most 63 letters, digits and '_'.</exception>
    public string Schema
    {
        get => _schema;
        set => _schema = value is not null && Name().IsMatch(value)
            ? value
            : throw new ArgumentException("A lower-case name of at most 63 letters, digits and '_'.", nameof(value));
    }

    /// <summary>
    /// For how long a call goes on trying when the database cannot be reached, such as while it restarts or another server
    /// takes over. Default: ten seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than an hour.</exception>
    public TimeSpan Patience
    {
        get => _patience;
        set => _patience = value >= TimeSpan.Zero && value <= TimeSpan.FromHours(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Between nothing and an hour.");
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}\\z")]
    private static partial Regex Name();
}
