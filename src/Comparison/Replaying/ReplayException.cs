namespace AgentsMigration.Comparison.Replaying;

/// <summary>A recording cannot be replayed: the service does not make what the recording takes for granted.</summary>
public sealed class ReplayException : Exception
{
    /// <inheritdoc/>
    public ReplayException()
    {
    }

    /// <inheritdoc/>
    public ReplayException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ReplayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
