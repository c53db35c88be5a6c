using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Comparison.Replaying;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>The adapter before a <see cref="StubUpstream"/> that has a thread, and answers to runs on it.</summary>
internal sealed class UpstreamSession : IDisposable
{
    public const string Conversation = "conv_6a3f117878b88193a6b84288b3d64a0b0344f13a7fc7bc93";
    public const string Thread = "thread_6a3f117878b88193a6b84288b3d64a0b0344f13a7fc7bc93";
    public const string UserItem =
        """{"id":"msg_6a64d615efb48190a769393b2204a29b0427dcabbcb7249d","type":"message","status":"completed","role":"user","content":[{"type":"input_text","text":"Go."}]}""";

    private readonly LegacyAgentsAdapter _adapter;
    private readonly HttpClient _client;

    public UpstreamSession()
    {
        // Nothing here goes away by being asked again.
        _adapter = new LegacyAgentsAdapter(new AdapterOptions(V2Target.OpenAI("test-key", new Uri("https://v2.test/v1")))
        {
            Transport = V2,
            TimeProvider = new ManualTimeProvider(),
            MaxRetries = 0,
        });
        _client = new HttpClient(_adapter.CreateHandler()) { BaseAddress = new Uri("https://legacy.test/v1/") };
        _client.DefaultRequestHeaders.Add("OpenAI-Beta", "assistants=v2");

        string conversation = $$$"""{"id":"{{{Conversation}}}","object":"conversation","created_at":1782518136,"metadata":{}}""";
        V2.Answer("POST", "/v1/conversations", conversation);
        V2.Answer("GET", "/v1/conversations/*", conversation);
        V2.Answer("POST", "/v1/conversations/*/items", Page([UserItem]));
    }

    public StubUpstream V2 { get; } = new();

    public async Task<LegacyAnswer> SendAsync(string method, string path, string? json = null)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.SendAsync(request, token);
        return new LegacyAnswer((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(token)));
    }

    public async Task<byte[]> ReadAsync(string path) =>
        await _client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>A run whose response has just been queued.</summary>
    public async Task<LegacyAnswer> StartRunAsync(string options = "")
    {
        string assistant = (await SendAsync("POST", "assistants", """{"model":"gpt-4o","instructions":"Answer."}""")).MadeId();
        (await SendAsync("POST", "threads", """{"messages":[{"role":"user","content":"Go."}]}""")).Made();
        return await SendAsync("POST", $"threads/{Thread}/runs", $$$"""{"assistant_id":"{{{assistant}}}"{{{options}}}}""");
    }

    public static string Page(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length == 0
            ? """{"object":"list","data":[],"first_id":null,"last_id":null,"has_more":false}"""
            : $$"""{"object":"list","data":[{{string.Join(',', all)}}],"first_id":"{{Id(all[0])}}","last_id":"{{Id(all[^1])}}","has_more":false}""";
    }

    public void Dispose()
    {
        _client.Dispose();
        _adapter.Dispose();
    }

    private static string Id(string item) => JsonElement.Parse(item).TryGetProperty("id", out JsonElement id) ? id.GetString()! : "";
}
