using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>The adapter in front of an emulator over real HTTP, with both wires recorded.</summary>
public sealed class AdapterFixture : IAsyncDisposable
{
    private readonly EmulatorServer _emulator;
    private readonly LegacyAgentsAdapter _adapter;
    private readonly HttpClient _client;

    private readonly TargetKind _kind;
    private readonly bool _ownsEmulator;

    private AdapterFixture(
        EmulatorServer emulator, TargetKind kind, Action<AdapterOptions>? configure, bool ownsEmulator = true, LegacyDoor? door = null)
    {
        Door = door ?? LegacyDoor.OpenAIV2;
        _emulator = emulator;
        _kind = kind;
        _ownsEmulator = ownsEmulator;
        AdapterOptions options = new(kind switch
        {
            TargetKind.OpenAI => V2Target.OpenAI("test-key", emulator.OpenAIEndpoint),
            TargetKind.ResponsesOnly => V2Target.ResponsesOnly(new Uri(emulator.AzureOpenAIEndpoint, "openai/v1"), "test-key"),
            TargetKind.AzureOpenAI => V2Target.AzureOpenAI(emulator.AzureOpenAIEndpoint, "test-key"),
            _ => V2Target.Foundry(emulator.ProjectEndpoint, "test-key"),
        })
        {
            Transport = V2,
        };
        configure?.Invoke(options);
        _adapter = new LegacyAgentsAdapter(options);
        Legacy = new RecordingHandler(_adapter.CreateHandler());
        _client = CreateClient(Door, Legacy);
    }

    private AdapterFixture(AdapterFixture other, LegacyDoor door)
    {
        (Door, _emulator, _kind, _adapter, V2) = (door, other._emulator, other._kind, other._adapter, other.V2);
        Legacy = new RecordingHandler(_adapter.CreateHandler());
        _client = CreateClient(Door, Legacy);
    }

    private static HttpClient CreateClient(LegacyDoor door, HttpMessageHandler handler)
    {
        HttpClient client = new(handler) { BaseAddress = new Uri("https://legacy.test" + door.Base) };
        if (door.Beta is { } beta)
            client.DefaultRequestHeaders.Add("OpenAI-Beta", beta);
        return client;
    }

    public LegacyDoor Door { get; }

    public TargetKind Target => _kind;

    /// <summary>The service has no conversations.</summary>
    public bool KeepsTranscripts => _kind is TargetKind.AzureOpenAI or TargetKind.ResponsesOnly;

    public Uri ProjectEndpoint => _emulator.ProjectEndpoint;

    public RecordingHandler V2 { get; } = new();

    public RecordingHandler Legacy { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AdapterFixture> StartAsync(
        TargetKind kind = TargetKind.OpenAI,
        EmulatorOptions? emulator = null,
        Action<AdapterOptions>? configure = null,
        LegacyDoor? door = null) =>
        new(await EmulatorServer.StartAsync(emulator ?? TestScript.Options(), Token), kind, configure, door: door);

    /// <summary>Another adapter in front of the same service, as after a restart; this one keeps the service.</summary>
    public AdapterFixture Restart(Action<AdapterOptions> configure) => new(_emulator, _kind, configure, ownsEmulator: false, Door);

    /// <summary>A client of another generation on the same adapter.</summary>
    public AdapterFixture Speak(LegacyDoor door) => new(this, door);

    public async Task<string> CreateAssistantAsync(string fields = "") =>
        Id(await SendAsync("POST", "assistants", $$"""{"model":"gpt-4o"{{(fields.Length == 0 ? "" : "," + fields)}}}"""));

    public async Task<string> CreateThreadAsync(string? message = null)
    {
        string? body = message is null ? null : $$$"""{"messages":[{"role":"user","content":"{{{message}}}"}]}""";
        return Id(await SendAsync("POST", "threads", body));
    }

    public async Task<string> AddMessageAsync(string thread, string text) =>
        Id(await SendAsync("POST", $"threads/{thread}/messages", $$"""{"role":"user","content":"{{text}}"}"""));

    public async Task<string> StartRunAsync(string thread, string assistant, string fields = "") =>
        Id(await SendAsync(
            "POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"{{(fields.Length == 0 ? "" : "," + fields)}}}"""));

    /// <summary>A run on its own thread, polled until it is over or waits.</summary>
    public async Task<JsonElement> RunAsync(string message, string assistantFields = "", string runFields = "")
    {
        string assistant = await CreateAssistantAsync(assistantFields);
        string thread = await CreateThreadAsync(message);
        return await PollAsync(thread, await StartRunAsync(thread, assistant, runFields));
    }

    public async Task<JsonElement> GetAsync(string path) => (await SendAsync("GET", path)).Ok();

    /// <summary>The data of a list.</summary>
    public async Task<JsonElement[]> ListAsync(string path) =>
        [.. (await GetAsync(path)).GetProperty("data").EnumerateArray()];

    public async Task<LegacyAnswer> SubmitAsync(JsonElement run, params (string Call, string Output)[] outputs)
    {
        string list = string.Join(",", outputs.Select(o => $$"""{"tool_call_id":"{{o.Call}}","output":"{{o.Output}}"}"""));
        return await SendAsync("POST", $"{PathOf(run)}/submit_tool_outputs", $$"""{"tool_outputs":[{{list}}]}""");
    }

    public static string PathOf(JsonElement run) =>
        $"threads/{run.GetProperty("thread_id").GetString()}/runs/{run.GetProperty("id").GetString()}";

    private static string Id(LegacyAnswer answer) => answer.Ok().GetProperty("id").GetString()!;

    public async Task<LegacyAnswer> SendAsync(string method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), Door.Address(path.TrimStart('/')));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.SendAsync(request, Token);
        return new LegacyAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(Token));
    }

    public async Task<LegacyAnswer> UploadAsync(string filename, byte[] content, string purpose = "assistants")
    {
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(purpose), "purpose");
        ByteArrayContent file = new(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", filename);
        using HttpResponseMessage response = await _client.PostAsync(Door.Address("files"), form, Token);
        return new LegacyAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(Token));
    }

    /// <summary>Polls until the run is over or waits for its app; each answer is of the service's own making.</summary>
    public async Task<JsonElement> PollAsync(string threadId, string runId)
    {
        while (true)
        {
            JsonElement run = (await SendAsync("GET", $"threads/{threadId}/runs/{runId}")).Ok();
            if (run.GetProperty("status").GetString() is not ("queued" or "in_progress" or "cancelling"))
                return run;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _adapter.Dispose();
        if (_ownsEmulator)
            await _emulator.DisposeAsync();
    }
}

public enum TargetKind
{
    OpenAI,
    Foundry,
    AzureOpenAI,
    ResponsesOnly,
}

/// <summary>What the adapter answered.</summary>
public sealed record LegacyAnswer(int Status, byte[] Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public JsonElement Ok()
    {
        Assert.True(Status == 200, $"{Status}: {Encoding.UTF8.GetString(Body)}");
        return Json;
    }

    /// <summary>The error's message, after checking that the body has the legacy shape.</summary>
    public string Error(int status, string? parameter)
    {
        Assert.Equal(status, Status);
        JsonElement error = Json.GetProperty("error");
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(property => property.Name));
        Assert.Equal(parameter, error.GetProperty("param").GetString());
        return error.GetProperty("message").GetString()!;
    }
}
