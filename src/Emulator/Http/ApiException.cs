namespace AgentsMigration.Emulator.Http;

/// <summary>A refusal that the client gets as the service words it.</summary>
internal sealed class ApiException(
    int status, string message, string? param = null, string? code = null, string type = "invalid_request_error")
    : Exception(message)
{
    public int Status { get; } = status;

    public string? Param { get; } = param;

    public string? Code { get; } = code;

    public string Type { get; } = type;

    /// <summary>Set for refusals of the agent layer, which have a shape of their own on Foundry.</summary>
    public JsonArray? Details { get; init; }

    /// <summary>Code and message alone, as the gateway in front of Azure's services answers.</summary>
    public bool IsBare { get; init; }
}
