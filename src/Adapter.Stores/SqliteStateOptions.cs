namespace AgentsMigration.Adapter.Stores;

/// <summary>How a SQLite state file is used.</summary>
public sealed class SqliteStateOptions
{
    private TimeSpan _busyTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The clock that documents expire by. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// How long a call waits for another process that is writing before it fails. Default: ten seconds; a write takes far
    /// below a millisecond, so only a stuck process or a backup that locks the file lets it pass.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or longer than a day.</exception>
    public TimeSpan BusyTimeout
    {
        get => _busyTimeout;
        set => _busyTimeout = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Between nothing and a day.");
    }

    /// <summary>
    /// Whether a write is on the disk itself before it returns (<c>synchronous=FULL</c>). Default: false
    /// (<c>synchronous=NORMAL</c>): a write survives the death of the process at any moment, but the last ones before a
    /// power failure or a crash of the operating system may be undone, in order; the file stays consistent either way.
    /// True costs a flush of the disk per write.
    /// </summary>
    public bool FlushEveryWrite { get; set; }
}
