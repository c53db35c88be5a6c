namespace AgentsMigration.Emulator.CodeInterpreter;

internal sealed record SandboxLimits(TimeSpan Time, long MemoryBytes)
{
    /// <summary>A container's own limit counts where it is lower.</summary>
    public SandboxLimits For(string? containerLimit) => containerLimit is not null
        && long.TryParse(containerLimit.TrimEnd('g'), out long gigabytes)
        ? this with { MemoryBytes = Math.Min(MemoryBytes, gigabytes << 30) }
        : this;
}
