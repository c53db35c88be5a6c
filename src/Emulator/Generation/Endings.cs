namespace AgentsMigration.Emulator.Generation;

/// <summary>The output limit of the request is reached.</summary>
internal sealed class OutOfTokensException : Exception;

/// <summary>The script ends the response as incomplete.</summary>
internal sealed class IncompleteException(string reason) : Exception(reason);

/// <summary>The script, or a mistake in it, ends the response as failed.</summary>
internal sealed class FailedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
