using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Recordings.Tests.Legacy;

/// <summary>The adapter in front of an emulator whose clock only moves when the replay says so.</summary>
internal sealed class ReplaySession : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly EmulatorServer _emulator;
    private readonly ManualTimeProvider _clock;
    private readonly LegacyAgentsAdapter _adapter;
    private readonly HttpClient _client;

    private ReplaySession(EmulatorServer emulator, ManualTimeProvider clock, Target target)
    {
        _emulator = emulator;
        _clock = clock;
        _adapter = new LegacyAgentsAdapter(new AdapterOptions(target == Target.OpenAI
            ? V2Target.OpenAI("test-key", emulator.OpenAIEndpoint)
            : V2Target.Foundry(emulator.ProjectEndpoint, "test-key")));
        _client = new HttpClient(_adapter.CreateHandler()) { BaseAddress = new Uri("https://legacy.test/") };
        _client.DefaultRequestHeaders.Add("OpenAI-Beta", "assistants=v2");
    }

    public static async Task<ReplaySession> StartAsync(Target target, ModelScript script, CancellationToken cancellationToken)
    {
        // Today, because the adapter reads times out of ids and takes none from the future.
        ManualTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        EmulatorOptions options = new()
        {
            Script = script,
            TimeProvider = clock,
            QueueDelay = Pace,
            GenerationDelay = Pace,
            IngestDelay = Pace / 2,
            CodeTimeLimit = TimeSpan.FromHours(1),
        };
        return new ReplaySession(await EmulatorServer.StartAsync(options, cancellationToken), clock, target);
    }

    /// <summary>Lets what works in the background come to its next state.</summary>
    public void MoveOn() => _clock.Advance(Pace);

    public async Task<LegacyAnswer> SendAsync(
        string method, string pathAndQuery, string? json, CancellationToken cancellationToken)
    {
        using StringContent? content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(method, pathAndQuery, content, cancellationToken);
    }

    public async Task<LegacyAnswer> UploadAsync(StandInFile file, CancellationToken cancellationToken)
    {
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(file.Purpose), "purpose");
        ByteArrayContent part = new(file.Content);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", file.Name);
        return await SendAsync("POST", "/v1/files", form, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _adapter.Dispose();
        await _emulator.DisposeAsync();
    }

    private async Task<LegacyAnswer> SendAsync(
        string method, string pathAndQuery, HttpContent? content, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), pathAndQuery) { Content = content };
        using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new LegacyAnswer((int)response.StatusCode, JsonElement.Parse(body));
    }
}
