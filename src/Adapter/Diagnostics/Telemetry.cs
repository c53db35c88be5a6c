using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgentsMigration.Adapter.Diagnostics;

/// <summary>
/// One activity per legacy call, with one child per v2 call, and their measurements: any OpenTelemetry set-up that listens to
/// <c>AgentsMigration.Adapter</c> sees them (docs/gateway.md, Telemetry). Names are those of the semantic conventions where
/// they have one.
/// </summary>
internal static class Telemetry
{
    public const string SourceName = "AgentsMigration.Adapter";
    public const string StatusTag = "http.response.status_code";
    public const string ErrorTag = "error.type";

    public static readonly ActivitySource Source = new(SourceName);

    private static readonly Meter Meter = new(SourceName);

    private static readonly Histogram<double> LegacyDuration = Meter.CreateHistogram<double>(
        "agents_migration.legacy.duration", "s", "Legacy calls, until their answer begins.");

    private static readonly Histogram<double> V2Duration = Meter.CreateHistogram<double>(
        "agents_migration.v2.duration", "s", "Calls to the target, until their answer begins.");

    public static bool MeasuresLegacyCalls => LegacyDuration.Enabled;

    public static bool MeasuresV2Calls => V2Duration.Enabled;

    public static void LegacyCall(string operation, Legacy.Dialect dialect, int status, TimeSpan elapsed)
    {
        TagList tags = new()
        {
            { "legacy.operation", operation },
            { "legacy.dialect", dialect.ToString() },
            { StatusTag, status },
        };
        if (status >= 400)
            tags.Add(ErrorTag, status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        LegacyDuration.Record(elapsed.TotalSeconds, tags);
    }

    /// <param name="method">Of the request.</param>
    /// <param name="template">Its path, with names in place of ids.</param>
    /// <param name="status">Null: there was no answer.</param>
    /// <param name="elapsed">Until then.</param>
    public static void V2Call(string method, string template, int? status, TimeSpan elapsed)
    {
        TagList tags = new() { { "http.request.method", method }, { "url.template", template } };
        if (status is { } code)
            tags.Add(StatusTag, code);
        if (status is null or >= 400)
            tags.Add(ErrorTag, status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "connection");
        V2Duration.Record(elapsed.TotalSeconds, tags);
    }

    public static Meter RunMeter => Meter;
}
