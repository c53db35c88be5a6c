using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Emulator;
using AgentsMigration.Streaming.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Streaming.Tests.Recordings;

/// <summary>Every recorded stream of the legacy services: the same scenario gives the same events with the same keys.</summary>
public sealed class LegacyStreamTests
{
    /// <summary>Sent beyond what was recorded: the official description requires or allows them, and no client minds.</summary>
    private static readonly HashSet<string> Supersets = ["thread.run.step:expired_at", "thread.run.step:metadata", "thread.run:reasoning_effort"];

    public static TheoryData<string> Sessions =>
        [.. SharedFolder.RecordingNames("legacy").Where(name => Recording.Load("legacy", name).Exchanges.Any(e => e.IsStream && e.Events.Count > 0))];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Sessions))]
    public async Task Session_Recorded_SameEventsAndKeys(string name)
    {
        Recording recording = Recording.Load("legacy", name);
        RecordedExchange streamed = recording.Exchanges.Single(e => e.IsStream && e.Events.Count > 0);
        await using StreamWorld world = await StreamWorld.StartAsync(emulator: Model(streamed));
        string assistant = await world.Client.CreateAssistantAsync();
        string thread = await world.Client.CreateThreadAsync("Hello there, assistant! How are you today?");
        string body = streamed.Request!.Value.GetRawText().Replace(
            streamed.Request.Value.GetProperty("assistant_id").GetString()!, assistant, StringComparison.Ordinal);
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamAsync($"threads/{thread}/runs?{streamed.Query}", body);

        Assert.Equal(LegacyEvent.Collapse(streamed.Events.Select(e => e.Event!)), LegacyEvent.Shape(events));
        foreach (string kind in events.Select(e => e.Name).Distinct().Where(kind => kind != "done"))
        {
            string[] recorded = KeySets(streamed.Events.Where(e => e.Event == kind).Select(e => e.Data));
            string[] ours = KeySets(events.Where(e => e.Name == kind).Select(e => e.Json));
            Assert.Equal(recorded, ours);
        }
    }

    /// <summary>The different sets of keys, at any depth, without the supersets.</summary>
    private static string[] KeySets(IEnumerable<JsonElement> objects) =>
        [.. objects.Select(o => string.Join(" ", Keys(o, "", o.GetProperty("object").GetString()!).Order(StringComparer.Ordinal))).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Keys(JsonElement element, string path, string kind) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Where(property => !Supersets.Contains($"{kind}:{path}{property.Name}"))
            .SelectMany(property => Keys(property.Value, $"{path}{property.Name}.", kind).Prepend(path + property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Keys(item, path + "[].", kind)).Distinct(),
        _ => [],
    };

    private static EmulatorOptions Model(RecordedExchange streamed)
    {
        bool calls = streamed.Events.Any(e => e.Event == "thread.run.requires_action");
        EmulatorOptions options = Scripts.Options();
        options.Script = ModelScript.Parse(calls
            ? """{"rules":[{"when":{"function":"^GetWeather$"},"output":[{"call":"GetWeather","arguments":{}}]}]}"""
            : """{"rules":[{"when":{"message":"."},"output":[{"text":"Hello! I'm here and ready to help you."}]}]}""");
        return options;
    }
}
