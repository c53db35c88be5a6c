using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>What a stream said is what GET says later, byte for byte, and what its deltas add up to.</summary>
public static class Agreement
{
    public static async Task AssertAsync(LegacyClient client, IReadOnlyList<LegacyEvent> events)
    {
        LegacyEvent run = events.Last(e => e.Name.StartsWith("thread.run.", StringComparison.Ordinal) && !e.Name.Contains(".step."));
        string path = $"threads/{run.Text("thread_id")}";
        Assert.Equal((await client.GetAsync($"{path}/runs/{run.Text("id")}")).GetRawText(), run.Data);
        await AssertStepsAsync(client, events);
        foreach (LegacyEvent ended in events.Where(e => e.Name is "thread.message.completed" or "thread.message.incomplete"))
            await AssertMessageAsync(client, events, ended);
    }

    /// <summary>Each step that ended, and all of them in the order of the stream.</summary>
    public static async Task AssertStepsAsync(LegacyClient client, IReadOnlyList<LegacyEvent> events)
    {
        LegacyEvent run = events.First(e => e.Name == "thread.run.queued");
        string path = $"threads/{run.Text("thread_id")}/runs/{run.Text("id")}/steps";
        string[] begun = [.. events.Where(e => e.Name == "thread.run.step.created").Select(e => e.Text("id"))];
        string[] listed = [.. (await client.GetAsync(path + "?order=asc")).GetProperty("data").EnumerateArray().Select(step => step.GetProperty("id").GetString()!)];
        Assert.Equal(begun, listed[^begun.Length..]);
        foreach (LegacyEvent ended in events.Where(e => e.Name is "thread.run.step.completed" or "thread.run.step.failed"))
            await AssertStepAsync(client, events, path, ended);
    }

    private static async Task AssertStepAsync(LegacyClient client, IReadOnlyList<LegacyEvent> events, string path, LegacyEvent ended)
    {
        // As recorded: a step shows when its run would expire while that can happen, and null afterwards.
        JsonNode told = JsonNode.Parse(ended.Data)!;
        told["expires_at"] = null;
        Assert.Equal((await client.GetAsync($"{path}/{ended.Text("id")}")).GetRawText(), told.ToJsonString(Plain));
        if (told["type"]!.GetValue<string>() != "tool_calls" || events.All(e => e.Name != "thread.run.step.delta" || e.Text("id") != ended.Text("id")))
            return;
        JsonNode calls = Reassembly.Calls(events, ended.Text("id"));
        foreach (JsonNode? call in told["step_details"]!["tool_calls"]!.AsArray())
            call!["file_search"]?.AsObject().Clear();
        foreach (JsonNode? call in calls.AsArray())
            call!["file_search"]?.AsObject().Clear();
        Assert.True(JsonNode.DeepEquals(told["step_details"]!["tool_calls"], calls), $"{told["step_details"]}\n{calls}");
    }

    private static async Task AssertMessageAsync(LegacyClient client, IReadOnlyList<LegacyEvent> events, LegacyEvent ended)
    {
        JsonElement read = await client.GetAsync($"threads/{ended.Text("thread_id")}/messages/{ended.Text("id")}");
        Assert.Equal(read.GetRawText(), ended.Data);
        JsonNode content = Reassembly.Content(events, ended.Text("id"));
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(ended.Data)!["content"], content),
            $"{ended.Json.GetProperty("content")}\n{content}");
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
