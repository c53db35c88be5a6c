using System.Security.Cryptography.X509Certificates;
using AgentsMigration.Gateway.Security;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Tool.Serve;

/// <summary>What <c>serve</c> was told, all of it checked.</summary>
internal sealed record ServeSettings
{
    public required IReadOnlyList<string> Urls { get; init; }

    public required TargetKind Target { get; init; }

    /// <summary>Null: OpenAI's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Null: sign-in with Entra ID.</summary>
    public string? ApiKey { get; init; }

    public required StateSettings State { get; init; }

    public required IReadOnlyList<GatewayKey> Keys { get; init; }

    public required bool ForwardCredentials { get; init; }

    public required TimeSpan RunExpiry { get; init; }

    public required int MaxRetries { get; init; }

    public required long MaxJsonBytes { get; init; }

    public required long MaxFileBytes { get; init; }

    /// <summary>How long answers under way may take to end after a signal to stop.</summary>
    public required TimeSpan DrainTime { get; init; }

    /// <summary>As given; null: none, or one that is made at the start.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The authorities between it and the root.</summary>
    public IReadOnlyList<X509Certificate2> CertificateChain { get; init; } = [];

    public string? DevCertificate { get; init; }

    public required LogLevel LogLevel { get; init; }

    public required bool JsonLogs { get; init; }
}

/// <summary>Which service answers.</summary>
internal enum TargetKind
{
    Foundry,
    OpenAI,
    AzureOpenAI,

    /// <summary>A server with the Responses API alone.</summary>
    Responses,
}
