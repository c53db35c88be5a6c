using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AgentsMigration.Tool.Serve;

/// <summary>
/// Sends traces, metrics and logs to where the standard <c>OTEL_*</c> variables say; without an endpoint among them nothing
/// is sent (docs/gateway.md, Telemetry).
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string ServiceName = "agents-migration";
    private const string Adapter = "AgentsMigration.Adapter";
    private const string Gateway = "AgentsMigration.Gateway";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    private TelemetryExport(TracerProvider? traces, MeterProvider? metrics)
    {
        _traces = traces;
        _metrics = metrics;
    }

    public static TelemetryExport? TryStart(Func<string, string?> variable)
    {
        TracerProvider? traces = IsWanted("TRACES", variable)
            ? Sdk.CreateTracerProviderBuilder().ConfigureResource(resource => Name(resource, variable))
                .AddSource(Adapter).AddOtlpExporter().Build()
            : null;
        MeterProvider? metrics = IsWanted("METRICS", variable)
            ? Sdk.CreateMeterProviderBuilder().ConfigureResource(resource => Name(resource, variable))
                .AddMeter(Adapter, Gateway).AddOtlpExporter().Build()
            : null;
        return traces is null && metrics is null ? null : new TelemetryExport(traces, metrics);
    }

    public static void AddLogs(ILoggingBuilder logging, Func<string, string?> variable)
    {
        if (!IsWanted("LOGS", variable))
            return;
        logging.AddOpenTelemetry(logs =>
        {
            ResourceBuilder resource = ResourceBuilder.CreateDefault();
            Name(resource, variable);
            logs.SetResourceBuilder(resource);
            // Made here, because one that the host makes would look for the variables in the host's configuration.
            logs.AddProcessor(new BatchLogRecordExportProcessor(new OtlpLogExporter(LogTarget(variable))));
        });
    }

    /// <summary>What is still to be sent is sent.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static OtlpExporterOptions LogTarget(Func<string, string?> variable)
    {
        OtlpExporterOptions options = new();
        if (variable("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT") is { Length: > 0 } endpoint)
            options.Endpoint = new Uri(endpoint);
        if (variable("OTEL_EXPORTER_OTLP_LOGS_HEADERS") is { Length: > 0 } headers)
            options.Headers = headers;
        if (variable("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL") is { Length: > 0 } protocol)
            options.Protocol = protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        return options;
    }

    private static bool IsWanted(string signal, Func<string, string?> variable)
    {
        if (string.Equals(variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            return false;
        bool hasEndpoint = variable(Endpoint) is { Length: > 0 } || variable($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") is { Length: > 0 };
        return hasEndpoint && variable($"OTEL_{signal}_EXPORTER") is (null or "" or "otlp");
    }

    private static void Name(ResourceBuilder resource, Func<string, string?> variable)
    {
        // A name given in code would win over the one given from outside.
        if (variable("OTEL_SERVICE_NAME") is null or "")
            resource.AddService(ServiceName);
    }
}
