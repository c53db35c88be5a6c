namespace AgentsMigration.Comparison.Recordings;

/// <summary>A request that the recording does not have.</summary>
public sealed class PlaybackException : Exception
{
    /// <inheritdoc/>
    public PlaybackException()
    {
    }

    /// <inheritdoc/>
    public PlaybackException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public PlaybackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
