namespace AgentsMigration.Adapter.Stores;

/// <summary>A state database that cannot be reached, read or written; the message names it and the reason.</summary>
public sealed class StateDatabaseException : IOException
{
    /// <summary>An exception without a message of its own.</summary>
    public StateDatabaseException()
    {
    }

    /// <param name="message">What is wrong with which database.</param>
    public StateDatabaseException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong with which database.</param>
    /// <param name="innerException">What PostgreSQL or the network said.</param>
    public StateDatabaseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
