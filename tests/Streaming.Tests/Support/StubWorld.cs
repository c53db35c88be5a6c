using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>The adapter in front of a stub, with a clock that stands still.</summary>
public sealed class StubWorld : IDisposable
{
    private readonly LegacyAgentsAdapter _adapter;

    public StubWorld(StubService service, int maxRetries = 0)
    {
        Service = service;
        _adapter = new LegacyAgentsAdapter(new AdapterOptions(V2Target.OpenAI("key", new Uri("https://v2.test/v1")))
        {
            Transport = service,
            TimeProvider = Time,
            MaxRetries = maxRetries,
        });
        Client = new LegacyClient(_adapter.CreateHandler());
    }

    public StubService Service { get; }

    public LegacyClient Client { get; }

    public ManualTimeProvider Time { get; } = new();

    public static string Thread => "thread_" + StubService.Conversation["conv_".Length..];

    public static StubWorld Of(IReadOnlyList<RecordedEvent> events) =>
        new(new StubService(() => new MemoryStream(StubService.Encode(events)), StubService.Final(events)));

    public Task<string> CreateAssistantAsync() => Client.CreateAssistantAsync("\"instructions\":\"Answer.\"");

    public async Task<IReadOnlyList<LegacyEvent>> StreamAsync() =>
        await Client.StreamRunAsync(Thread, await CreateAssistantAsync());

    /// <summary>What went over the wire, with the one id in it that is made up named the same every time.</summary>
    public async Task<string> StreamTextAsync()
    {
        string assistant = await CreateAssistantAsync();
        return LegacyEvent.Wire(await Client.StreamRunAsync(Thread, assistant)).Replace(assistant, "asst_x", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Client.Dispose();
        _adapter.Dispose();
    }
}

/// <summary>Events made by hand, in the shape of recorded ones.</summary>
public static class Made
{
    private const string Response = "resp_68d5f2fe0000000000000000000000000000000000000002";
    public const string Message = "msg_68d5f2ff0000000000000000000000000000000000000003";

    public static RecordedEvent Event(string type, string fields) =>
        new(type, JsonElement.Parse($$"""{"type":"{{type}}"{{(fields.Length == 0 ? "" : "," + fields)}}}"""));

    public static JsonElement ResponseOf(string status, string output = "") => JsonElement.Parse(
        $$"""{"id":"{{Response}}","object":"response","created_at":1758851838,"status":"{{status}}","output":[{{output}}],"usage":null}""");

    public static RecordedEvent Status(string type, int sequence, string status, string output = "") =>
        Event(type, $"\"sequence_number\":{sequence},\"response\":{ResponseOf(status, output).GetRawText()}");

    public static string Item(string status, string text = "", string annotations = "") =>
        $$"""
        {"id":"{{Message}}","type":"message","status":"{{status}}","role":"assistant","content":[{{(text.Length == 0 ? "" : Part(text, annotations))}}]}
        """;

    public static string Part(string text, string annotations = "") =>
        $$"""{"type":"output_text","text":{{JsonSerializer.Serialize(text)}},"annotations":[{{annotations}}]}""";

    public static RecordedEvent Delta(int sequence, string text) => Event(
        "response.output_text.delta",
        $"\"sequence_number\":{sequence},\"item_id\":\"{Message}\",\"output_index\":0,\"content_index\":0,\"delta\":{JsonSerializer.Serialize(text)}");

    /// <summary>Up to the message's first part.</summary>
    public static IReadOnlyList<RecordedEvent> Beginning { get; } =
    [
        Status("response.created", 0, "queued"),
        Status("response.in_progress", 1, "in_progress"),
        Event("response.output_item.added", $"\"sequence_number\":2,\"output_index\":0,\"item\":{Item("in_progress")}"),
        Event("response.content_part.added", $"\"sequence_number\":3,\"item_id\":\"{Message}\",\"content_index\":0,\"part\":{Part("")}"),
    ];

    public static IReadOnlyList<RecordedEvent> Ending(int sequence, string text, string annotations = "") =>
    [
        Event("response.content_part.done", $"\"sequence_number\":{sequence},\"item_id\":\"{Message}\",\"content_index\":0,\"part\":{Part(text, annotations)}"),
        Event("response.output_item.done", $"\"sequence_number\":{sequence + 1},\"output_index\":0,\"item\":{Item("completed", text, annotations)}"),
        Status("response.completed", sequence + 2, "completed", Item("completed", text, annotations)),
    ];
}
