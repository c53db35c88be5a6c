namespace AgentsMigration.Gateway;

/// <summary>The gateway cannot start with what it was told; the message names the setting.</summary>
public sealed class GatewayConfigurationException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public GatewayConfigurationException()
    {
    }

    /// <param name="message">Which setting, and what is wrong with it.</param>
    public GatewayConfigurationException(string message)
        : base(message)
    {
    }

    /// <param name="message">Which setting, and what is wrong with it.</param>
    /// <param name="innerException">Why.</param>
    public GatewayConfigurationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
