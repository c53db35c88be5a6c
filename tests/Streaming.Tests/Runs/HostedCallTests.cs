using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Streaming.Tests.Support;

namespace AgentsMigration.Streaming.Tests.Runs;

/// <summary>Foundry's own tools: the call and its output are two items, and one step.</summary>
public sealed class HostedCallTests
{
    [Theory]
    [InlineData("bing_grounding", "bing_grounding", "requesturl", "response_metadata", "\"a page\"", "a page")]
    [InlineData("azure_ai_search", "azure_ai_search", "input", "output", "{\"documents\":[]}", "{\"documents\":[]}")]
    [InlineData("openapi", "openapi", "arguments", "output", "\"ok\"", "ok")]
    [InlineData("sharepoint_grounding_preview", "sharepoint_grounding", "input", "output", "\"ok\"", "ok")]
    public async Task Stream_HostedCall_IsTheStepThatGetShows(
        string v2, string legacy, string input, string output, string given, string shown)
    {
        string call = $$"""{"id":"hc_68d5f2ff0000000000000000000000000000000000000009","type":"{{v2}}_call","status":"completed","call_id":"c1","arguments":"{\"q\":1}"}""";
        string answer = $$"""{"id":"ho_68d5f2ff0000000000000000000000000000000000000010","type":"{{v2}}_call_output","status":"completed","call_id":"c1","output":{{given}}}""";
        using StubWorld world = StubWorld.Of(
        [
            Made.Status("response.created", 0, "queued"),
            Made.Status("response.in_progress", 1, "in_progress"),
            Added(2, 0, call.Replace("completed", "in_progress", StringComparison.Ordinal)),
            Done(3, 0, call),
            Added(4, 1, answer),
            Done(5, 1, answer),
            Added(6, 2, Made.Item("in_progress")),
            Made.Event("response.content_part.added", $"\"sequence_number\":7,\"item_id\":\"{Made.Message}\",\"content_index\":0,\"part\":{Made.Part("")}"),
            Made.Delta(8, "Found."),
            .. Made.Ending(9, "Found.").SkipLast(1),
            Made.Status("response.completed", 11, "completed", $"{call},{answer},{Made.Item("completed", "Found.")}"),
        ]);

        IReadOnlyList<LegacyEvent> events = await world.StreamAsync();

        await Agreement.AssertAsync(world.Client, events);
        JsonElement step = events.First(e => e.Name == "thread.run.step.completed").Json;
        JsonElement shownCall = Assert.Single(step.GetProperty("step_details").GetProperty("tool_calls").EnumerateArray());
        Assert.Equal(legacy, shownCall.GetProperty("type").GetString());
        Assert.Equal("""{"q":1}""", shownCall.GetProperty(legacy).GetProperty(input).GetString());
        Assert.Equal(shown, shownCall.GetProperty(legacy).GetProperty(output).GetString());
        Assert.Equal(2, events.Count(e => e.Name == "thread.run.step.completed"));
    }

    private static RecordedEvent Added(int sequence, int index, string item) =>
        Made.Event("response.output_item.added", $"\"sequence_number\":{sequence},\"output_index\":{index},\"item\":{item}");

    private static RecordedEvent Done(int sequence, int index, string item) =>
        Made.Event("response.output_item.done", $"\"sequence_number\":{sequence},\"output_index\":{index},\"item\":{item}");
}
