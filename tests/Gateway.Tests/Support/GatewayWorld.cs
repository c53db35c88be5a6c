using System.Security.Cryptography.X509Certificates;
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

    private GatewayWorld(EmulatorServer emulator, V2Target target, GatewayServer gateway, LogLines log)
    {
        _emulator = emulator;
        Target = target;
        Gateway = gateway;
        Log = log;
        Client = new HttpClient { BaseAddress = gateway.Addresses[0] };
    }

    public GatewayServer Gateway { get; }

    public HttpClient Client { get; private set; }

    public V2Target Target { get; }

    public EmulatorServer Emulator => _emulator;

    /// <summary>Where clients find the gateway.</summary>
    public string Address => Gateway.Addresses[0].ToString().TrimEnd('/');

    public LogLines Log { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<GatewayWorld> StartAsync(Action<LegacyAgentsOptions>? configure = null) =>
        StartAsync(emulator => V2Target.OpenAI("target-secret", emulator.OpenAIEndpoint), configure);

    public static Task<GatewayWorld> StartFoundryAsync(
        Action<LegacyAgentsOptions>? configure = null, X509Certificate2? certificate = null) =>
        StartAsync(emulator => V2Target.Foundry(emulator.ProjectEndpoint, "target-secret"), configure, certificate: certificate);

    public static async Task<GatewayWorld> StartAsync(
        Func<EmulatorServer, V2Target> target, Action<LegacyAgentsOptions>? configure = null, string? emulatorKey = null,
        X509Certificate2? certificate = null)
    {
        EmulatorServer emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                QueueDelay = TimeSpan.Zero,
                GenerationDelay = TimeSpan.Zero,
                IngestDelay = TimeSpan.Zero,
                ApiKey = emulatorKey,
            },
            Cancelled);
        V2Target answering = target(emulator);
        LogLines log = new();
        GatewayServerOptions options = new()
        {
            Urls = [certificate is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0"],
            Certificate = certificate,
            Logging = logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace),
        };
        GatewayServer gateway = await GatewayServer.StartAsync(
            options,
            agents =>
            {
                agents.Target = answering;
                configure?.Invoke(agents);
            },
            Cancelled);
        return new GatewayWorld(emulator, answering, gateway, log);
    }

    public async Task<Answer> SendAsync(string method, string path, string? json = null, string? key = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (key is not null)
            request.Headers.Add("api-key", key);
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

    public async Task<Answer> UploadAsync(string key, string content = "a,b")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/files")
        {
            Content = new MultipartFormDataContent
            {
                { new StringContent("assistants"), "purpose" },
                { new StringContent(content), "file", "data.csv" },
            },
        };
        request.Headers.Add("api-key", key);
        return await SendAsync(request);
    }

    /// <summary>Polls a run to its end.</summary>
    public async Task<JsonElement> EndAsync(string thread, string run, string? key = null)
    {
        while (true)
        {
            JsonElement polled = (await SendAsync("GET", $"/v1/threads/{thread}/runs/{run}", null, key)).Ok();
            if (polled.GetProperty("status").GetString() is not ("queued" or "in_progress" or "cancelling"))
                return polled;
        }
    }

    /// <summary>Another gateway before the same emulator.</summary>
    public void PointTo(GatewayServer gateway)
    {
        Client.Dispose();
        Client = new HttpClient { BaseAddress = gateway.Addresses[0] };
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
