namespace AgentsMigration.Emulator;

/// <summary>A script cannot be used; the message names the line or the rule.</summary>
public sealed class ModelScriptException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ModelScriptException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public ModelScriptException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    public ModelScriptException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
