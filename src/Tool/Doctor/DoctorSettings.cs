using Azure.Core;

namespace AgentsMigration.Tool.Doctor;

/// <summary>What <c>doctor</c> is to look at.</summary>
internal sealed record DoctorSettings
{
    public required DoctorTarget Target { get; init; }

    public required Uri Endpoint { get; init; }

    /// <summary>Null: a token is asked for.</summary>
    public string? ApiKey { get; init; }

    public TokenCredential? Credential { get; init; }

    /// <summary>Null: nothing is tried that a model has to answer.</summary>
    public string? Model { get; init; }

    /// <summary>Null: what the service says, if it does.</summary>
    public string? Region { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}

internal enum DoctorTarget
{
    Foundry,
    OpenAI,
    AzureOpenAI,

    /// <summary>A server with the Responses API alone.</summary>
    Responses,
}
