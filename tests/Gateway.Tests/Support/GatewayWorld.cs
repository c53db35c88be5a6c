using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using Microsoft.Extensions.Logging;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>A client, the gateway and the emulator, with sockets between them.</summary>
internal sealed class GatewayWorld : IAsyncDisposable
{
    private readonly EmulatorServer _emulator;

    private GatewayWorld(EmulatorServer emulator, GatewayServer gateway, LogLines log)
    {
        _emulator = emulator;
        Gateway = gateway;
        Log = log;
        Client = new HttpClient { BaseAddress = gateway.Addresses[0] };
    }

    public GatewayServer Gateway { get; }

    public HttpClient Client { get; }

    public LogLines Log { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<GatewayWorld> StartAsync(Action<LegacyAgentsOptions>? configure = null)
    {
        EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                QueueDelay = TimeSpan.Zero,
                GenerationDelay = TimeSpan.Zero,
                IngestDelay = TimeSpan.Zero,
            },
            Cancelled);
        LogLines log = new();
        GatewayServerOptions options = new()
        {
            Urls = ["http://127.0.0.1:0"],
            Logging = logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace),
        };
        GatewayServer gateway = await GatewayServer.StartAsync(
            options,
            agents =>
            {
                agents.Target = V2Target.OpenAI("target-secret", emulator.OpenAIEndpoint);
                configure?.Invoke(agents);
            },
            Cancelled);
        return new GatewayWorld(emulator, gateway, log);
    }

    public async Task<Answer> SendAsync(string method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage response = await Client.SendAsync(request, Cancelled);
        return new Answer(
            (int)response.StatusCode,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsByteArrayAsync(Cancelled));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Gateway.DisposeAsync();
        await _emulator.DisposeAsync();
    }
}

internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, string? ContentType, byte[] Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>Exactly 200: the Azure clients for JavaScript take nothing else for success.</summary>
    public JsonElement Ok()
    {
        Assert.True(Status == 200, $"{Status}: {Encoding.UTF8.GetString(Body)}");
        return Json;
    }

    public string Id() => Ok().GetProperty("id").GetString()!;

    /// <summary>The error's message, after checking that all of the answer has the legacy shape.</summary>
    public string Error(int status, string? code)
    {
        Assert.Equal((status, "application/json"), (Status, ContentType));
        Assert.StartsWith("req_", Headers["x-request-id"], StringComparison.Ordinal);
        JsonElement error = Json.GetProperty("error");
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(property => property.Name));
        Assert.Equal(code, error.GetProperty("code").GetString());
        return error.GetProperty("message").GetString()!;
    }
}
