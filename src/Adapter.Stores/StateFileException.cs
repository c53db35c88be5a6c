namespace AgentsMigration.Adapter.Stores;

/// <summary>A state file that cannot be opened, read or written; the message names the file and the reason.</summary>
public sealed class StateFileException : IOException
{
    /// <summary>An exception without a message of its own.</summary>
    public StateFileException()
    {
    }

    /// <param name="message">What is wrong with which file.</param>
    public StateFileException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong with which file.</param>
    /// <param name="innerException">What SQLite said.</param>
    public StateFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
