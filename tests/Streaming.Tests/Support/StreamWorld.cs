using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>The adapter in front of an emulator over real HTTP.</summary>
public sealed class StreamWorld : IAsyncDisposable
{
    private readonly EmulatorServer _emulator;
    private readonly LegacyAgentsAdapter _adapter;

    private StreamWorld(EmulatorServer emulator, bool foundry, Action<AdapterOptions>? configure)
    {
        _emulator = emulator;
        AdapterOptions options = new(foundry
            ? V2Target.Foundry(emulator.ProjectEndpoint, "key")
            : V2Target.OpenAI("key", emulator.OpenAIEndpoint))
        {
            Transport = V2,
        };
        configure?.Invoke(options);
        _adapter = new LegacyAgentsAdapter(options);
        Client = new LegacyClient(_adapter.CreateHandler());
    }

    public RecordingHandler V2 { get; } = new();

    public LegacyClient Client { get; }

    public Uri Endpoint => _emulator.OpenAIEndpoint;

    public LegacyAgentsAdapter Adapter => _adapter;

    public static async Task<StreamWorld> StartAsync(
        bool foundry = false, EmulatorOptions? emulator = null, Action<AdapterOptions>? configure = null) =>
        new(await EmulatorServer.StartAsync(emulator ?? Scripts.Options(), TestContext.Current.CancellationToken), foundry, configure);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _adapter.Dispose();
        V2.Dispose();
        await _emulator.DisposeAsync();
    }
}

/// <summary>A legacy app, down to its HTTP.</summary>
public sealed class LegacyClient : IDisposable
{
    private readonly HttpClient _http;

    public LegacyClient(HttpMessageHandler handler, string query = "")
    {
        Query = query;
        _http = new HttpClient(handler) { BaseAddress = new Uri("https://legacy.test/v1/") };
        _http.DefaultRequestHeaders.Add("OpenAI-Beta", "assistants=v2");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Query { get; }

    public async Task<JsonElement> SendAsync(string method, string path, string? json = null)
    {
        (int status, string body) = await TrySendAsync(method, path, json);
        Assert.True(status == 200, $"{method} {path}: {status} {body}");
        return JsonElement.Parse(body);
    }

    public async Task<(int Status, string Body)> TrySendAsync(string method, string path, string? json = null)
    {
        using HttpResponseMessage response = await _http.SendAsync(Request(method, path, json), Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    public Task<JsonElement> GetAsync(string path) => SendAsync("GET", path);

    public async Task<string> CreateAssistantAsync(string fields = "") =>
        Id(await SendAsync("POST", "assistants", $$"""{"model":"gpt-4o"{{(fields.Length == 0 ? "" : "," + fields)}}}"""));

    public async Task<string> CreateThreadAsync(string message) =>
        Id(await SendAsync("POST", "threads", JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = message } } })));

    /// <summary>The whole stream of a POST.</summary>
    public async Task<IReadOnlyList<LegacyEvent>> StreamAsync(string path, string json)
    {
        using HttpResponseMessage response = await OpenAsync(path, json);
        return LegacyEvent.ParseAll(await response.Content.ReadAsStringAsync(Token));
    }

    public Task<IReadOnlyList<LegacyEvent>> StreamRunAsync(string thread, string assistant, string fields = "") =>
        StreamAsync($"threads/{thread}/runs", RunBody(assistant, fields));

    public static string RunBody(string assistant, string fields = "") =>
        $$"""{"assistant_id":"{{assistant}}","stream":true{{(fields.Length == 0 ? "" : "," + fields)}}}""";

    /// <summary>The answer with its stream unread.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, string json)
    {
        HttpResponseMessage response = await _http.SendAsync(Request("POST", path, json), HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.True(response.IsSuccessStatusCode, response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync(Token));
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return response;
    }

    /// <summary>Polls until the run is over or waits for its app.</summary>
    public async Task<JsonElement> PollAsync(string thread, string run)
    {
        while (true)
        {
            JsonElement seen = await GetAsync($"threads/{thread}/runs/{run}");
            if (seen.GetProperty("status").GetString() is not ("queued" or "in_progress" or "cancelling"))
                return seen;
            await Task.Yield();
        }
    }

    public async Task<byte[]> ReadAsync(string path) => await _http.GetByteArrayAsync(path + Query, Token);

    public void Dispose() => _http.Dispose();

    private static string Id(JsonElement made) => made.GetProperty("id").GetString()!;

    private HttpRequestMessage Request(string method, string path, string? json) => new(new HttpMethod(method), path + Query)
    {
        Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
    };
}
