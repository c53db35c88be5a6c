using System.Security.Cryptography.X509Certificates;
using AgentsMigration.Adapter;
using AgentsMigration.Gateway;
using AgentsMigration.Gateway.Security;
using AgentsMigration.Tool.Output;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Tool.Serve;

/// <summary>The gateway from its ready line to the end of its last answer.</summary>
internal static class GatewayProcess
{
    /// <summary>Longer than any answer: only a second signal ends them early.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromDays(8);

    public static async Task RunAsync(ServeSettings settings, CancellationToken stop)
    {
        // Opened before the port: a state that cannot be used is no gateway.
        await using GatewayState state = await GatewayState.OpenAsync(settings.State, stop);
        using TelemetryExport? export = TelemetryExport.TryStart(Environment.GetEnvironmentVariable);
        using X509Certificate2? certificate = settings.DevCertificate is null
            ? settings.Certificate
            : await DevCertificate.CreateAsync(settings.DevCertificate, TimeProvider.System, stop);
        GatewayServerOptions options = new()
        {
            Urls = settings.Urls,
            Certificate = certificate,
            CertificateChain = settings.CertificateChain,
            DrainTime = settings.DrainTime,
            Logging = logging => AddLogging(logging, settings),
        };
        await using GatewayServer server = await GatewayServer.StartAsync(options, agents => Configure(agents, settings, state), stop);
        Terminal.WriteLine($"Ready: {string.Join(' ', server.Addresses)} -> {Describe(settings, state)}");

        using StopSignals signals = new();
        await signals.WaitAsync(stop);
        await server.StopAsync(signals.Now);
    }

    private static void Configure(LegacyAgentsOptions agents, ServeSettings settings, GatewayState state)
    {
        agents.Target = (settings.Target, settings.ApiKey) switch
        {
            (TargetKind.OpenAI, _) when settings.ForwardCredentials => V2Target.OpenAIAsCaller(settings.Endpoint),
            (TargetKind.Foundry, _) when settings.ForwardCredentials => V2Target.FoundryAsCaller(settings.Endpoint!),
            (TargetKind.AzureOpenAI, _) when settings.ForwardCredentials => V2Target.AzureOpenAIAsCaller(settings.Endpoint!),
            (TargetKind.AzureOpenAI, { } key) => V2Target.AzureOpenAI(settings.Endpoint!, key),
            (TargetKind.AzureOpenAI, null) => V2Target.AzureOpenAI(settings.Endpoint!, new DefaultAzureCredential()),
            (TargetKind.Responses, _) when settings.ForwardCredentials => V2Target.ResponsesOnlyAsCaller(settings.Endpoint!),
            (TargetKind.Responses, { } key) => V2Target.ResponsesOnly(settings.Endpoint!, key),
            (TargetKind.OpenAI, { } key) => V2Target.OpenAI(key, settings.Endpoint),
            (_, { } key) => V2Target.Foundry(settings.Endpoint!, key),
            _ => V2Target.Foundry(settings.Endpoint!, new DefaultAzureCredential()),
        };
        agents.Documents = state.Documents;
        agents.Blobs = state.Blobs;
        agents.RunExpiry = settings.RunExpiry;
        agents.MaxRetries = settings.MaxRetries;
        agents.MaxJsonBytes = settings.MaxJsonBytes;
        agents.MaxFileBytes = settings.MaxFileBytes;
        foreach (GatewayKey key in settings.Keys)
            agents.Keys.Add(key);
    }

    // stdout has the ready line only.
    private static void AddLogging(ILoggingBuilder logging, ServeSettings settings)
    {
        logging.SetMinimumLevel(settings.LogLevel);
        // A start that fails is said once, in the command's own words.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        // The gateway has a line for each request; the server's own five have its whole URL, which may hold a key.
        if (settings.LogLevel == LogLevel.Information)
            logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // For this log the server makes an activity of each request, and has nothing to say in it.
        if (settings.LogLevel >= LogLevel.Information)
            logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (settings.JsonLogs)
            logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        TelemetryExport.AddLogs(logging, Environment.GetEnvironmentVariable);
    }

    private static string Describe(ServeSettings settings, GatewayState state)
    {
        string target = settings.Target switch
        {
            TargetKind.Foundry => "Foundry",
            TargetKind.AzureOpenAI => "Azure OpenAI",
            TargetKind.Responses => "Responses",
            _ => "OpenAI",
        };
        string where = settings.Endpoint?.GetLeftPart(UriPartial.Path) ?? "https://api.openai.com/v1";
        return $"{target} {where} (state: {state.Description})";
    }
}
