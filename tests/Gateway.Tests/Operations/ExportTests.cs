using System.Collections.Concurrent;
using System.Text;
using AgentsMigration.Emulator;
using AgentsMigration.Gateway.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Gateway.Tests.Operations;

/// <summary>The command sends to a collector what the standard variables name, and nothing secret.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Whispered = "whispered-words";

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Serve_WithACollector_SendsTracesMetricsAndLogs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs POSIX signals.");
        ConcurrentDictionary<string, string> received = [];
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using MemoryStream body = new();
            await request.Body.CopyToAsync(body, Cancelled);
            received.AddOrUpdate(signal, _ => Encoding.Latin1.GetString(body.ToArray()), (_, known) => known + Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync(Cancelled);
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(cancellationToken: Cancelled);
        Dictionary<string, string> environment = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "shop-gateway",
        };
        using ToolProcess tool = ToolProcess.Start(
            _folder, environment,
            "serve", "--target", "openai", "--api-key", "target-secret", "--endpoint", emulator.OpenAIEndpoint.ToString(),
            "--state", "memory", "--urls", "http://127.0.0.1:0", "--gateway-key", "caller-secret", "--log-level", "trace");
        using HttpClient client = new() { BaseAddress = new Uri((await tool.ReadLineAsync()).Split(' ')[1]) };
        client.DefaultRequestHeaders.Add("api-key", "caller-secret");

        using StringContent thread = new($$"""{"messages":[{"role":"user","content":"{{Whispered}}"}]}""", Encoding.UTF8, "application/json");
        string made = await (await client.PostAsync("/v1/threads", thread, Cancelled)).Content.ReadAsStringAsync(Cancelled);
        await client.GetAsync($"/v1/threads/{JsonElementId(made)}/messages", Cancelled);
        await tool.TerminateAsync();
        string errors = (await tool.EndAsync()).Errors;

        Assert.Contains("GET /threads/{thread_id}/messages", received["traces"], StringComparison.Ordinal);
        Assert.Contains("shop-gateway", received["traces"], StringComparison.Ordinal);
        Assert.Contains("agents_migration.legacy.duration", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("agents_migration.client.calls", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("POST /threads", received["logs"], StringComparison.Ordinal);
        foreach (string secret in new[] { Whispered, "target-secret", "caller-secret" })
        {
            Assert.DoesNotContain(secret, errors, StringComparison.Ordinal);
            Assert.All(received.Values, sent => Assert.DoesNotContain(secret, sent, StringComparison.Ordinal));
        }
    }

    private static string JsonElementId(string json) => System.Text.Json.JsonElement.Parse(json).GetProperty("id").GetString()!;
}
