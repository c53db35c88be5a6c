using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Streaming.Tests.Support;

namespace AgentsMigration.Streaming.Tests.Runs;

public sealed class MessageStreamTests
{
    private static readonly string[] MessageShape =
    [
        "thread.run.created", "thread.run.queued", "thread.run.in_progress", "thread.run.step.created",
        "thread.run.step.in_progress", "thread.message.created", "thread.message.in_progress", "thread.message.delta",
        "thread.message.completed", "thread.run.step.completed", "thread.run.completed", "done",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Create_TextAnswer_EventsInRecordedOrderAndTheSameFromGet(bool foundry)
    {
        await using StreamWorld world = await StreamWorld.StartAsync(foundry);
        string thread = await world.Client.CreateThreadAsync("Grüße 😀 hello");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync());

        Assert.Equal(MessageShape, LegacyEvent.Shape(events));
        Assert.Equal("[DONE]", events[^1].Data);
        Assert.Equal(("queued", "queued", "in_progress"), (events[0].Text("status"), events[1].Text("status"), events[2].Text("status")));
        await Agreement.AssertAsync(world.Client, events);
    }

    [Fact]
    public async Task Create_TextAnswer_OnlyTheFirstDeltaHasAnnotations()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("one two three");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync());

        JsonElement[] texts = [.. events.Where(e => e.Name == "thread.message.delta")
            .Select(e => e.Json.GetProperty("delta").GetProperty("content")[0].GetProperty("text"))];
        Assert.True(texts.Length > 2);
        Assert.Equal("[]", texts[0].GetProperty("annotations").GetRawText());
        Assert.All(texts[1..], text => Assert.False(text.TryGetProperty("annotations", out _)));
    }

    [Fact]
    public async Task CreateWithThread_TextAnswer_BeginsWithTheThread()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string assistant = await world.Client.CreateAssistantAsync();
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamAsync(
            "threads/runs", $$$"""{"assistant_id":"{{{assistant}}}","stream":true,"thread":{"messages":[{"role":"user","content":"hi"}],"metadata":{"a":"b"} } }""");

        Assert.Equal(["thread.created", .. MessageShape], LegacyEvent.Shape(events));
        JsonElement thread = await world.Client.GetAsync($"threads/{events[0].Text("id")}");
        Assert.Equal(thread.GetRawText(), events[0].Data);
        Assert.Equal(events[0].Text("id"), events[1].Text("thread_id"));
        await Agreement.AssertAsync(world.Client, events);
    }

    [Fact]
    public async Task Create_TwoMessages_EachHasItsStep()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("two messages");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync());

        Assert.Equal(2, events.Count(e => e.Name == "thread.run.step.completed"));
        Assert.Equal([.. MessageShape[..10], .. MessageShape[3..]], LegacyEvent.Shape(events));
        await Agreement.AssertAsync(world.Client, events);
    }

    [Fact]
    public async Task Create_Refusal_StreamsIt()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("refuse");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync());

        JsonNode content = Reassembly.Content(events, events.First(e => e.Name == "thread.message.created").Text("id"));
        Assert.Equal("No, not that.", content[0]!["refusal"]!.GetValue<string>());
        await Agreement.AssertAsync(world.Client, events);
    }

    [Fact]
    public async Task Create_OutOfTokens_MessageAndRunAreIncomplete()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("a long story about a car that went to town and never came back to us again, or so it seemed");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(
            thread, await world.Client.CreateAssistantAsync(), "\"max_completion_tokens\":16");

        Assert.Equal(
            [.. MessageShape[..8], "thread.message.incomplete", "thread.run.step.failed", "thread.run.incomplete", "done"],
            LegacyEvent.Shape(events));
        await Agreement.AssertAsync(world.Client, events);
    }

    [Fact]
    public async Task Create_FailsAtOnce_RunFailedIsTheLastWord()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("fail at once");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync());

        Assert.Equal([.. MessageShape[..3], "thread.run.failed", "done"], LegacyEvent.Shape(events));
        Assert.Equal("rate_limit_exceeded", events[^2].Text("last_error", "code"));
        await Agreement.AssertAsync(world.Client, events);
    }

    [Fact]
    public async Task Create_FailsLate_KeepsTheStepsThatItTold()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("fail late");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync());

        Assert.Equal([.. MessageShape[..10], "thread.run.failed", "done"], LegacyEvent.Shape(events));
        await Agreement.AssertStepsAsync(world.Client, events);
    }

    [Fact]
    public async Task Create_UnknownAssistant_IsAPlainError()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("hi");

        (int status, string body) = await world.Client.TrySendAsync(
            "POST", $"threads/{thread}/runs", LegacyClient.RunBody("asst_unknown0000000000000000"));

        Assert.Equal(404, status);
        Assert.Contains("No assistant found with id 'asst_unknown0000000000000000'.", body);
    }

    [Fact]
    public async Task Create_LastMessages_TellsOfTheMessageThatTheThreadHas()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("two messages");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(
            thread, await world.Client.CreateAssistantAsync(), "\"truncation_strategy\":{\"type\":\"last_messages\",\"last_messages\":1}");

        Assert.Equal([.. MessageShape[..10], .. MessageShape[3..]], LegacyEvent.Shape(events));
        await Agreement.AssertAsync(world.Client, events);
    }
}
