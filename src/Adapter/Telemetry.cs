using System.Diagnostics;

namespace AgentsMigration.Adapter;

/// <summary>
/// One activity per legacy call, with one child per v2 call: any OpenTelemetry set-up that listens to
/// <c>AgentsMigration.Adapter</c> sees them.
/// </summary>
internal static class Telemetry
{
    public const string SourceName = "AgentsMigration.Adapter";
    public const string StatusTag = "http.response.status_code";

    public static readonly ActivitySource Source = new(SourceName);
}
