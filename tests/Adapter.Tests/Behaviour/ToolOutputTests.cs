using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Behaviour;

public sealed class ToolOutputTests
{
    public const string Lookup =
        """
        "tools":[{"type":"function","function":{"name":"lookup","description":"Finds.","parameters":
        {"type":"object","properties":{"key":{"type":"string"}},"required":["key"]}}}]
        """;

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Submit_OneCall_CompletesTheSameRun(TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        JsonElement waiting = await adapter.RunAsync("one call", Lookup);
        JsonElement call = Calls(waiting)[0];

        JsonElement queued = (await adapter.SubmitAsync(waiting, (Id(call), "42"))).Ok();
        JsonElement run = await adapter.PollAsync(Text(waiting, "thread_id"), Text(waiting, "id"));

        Assert.Equal("requires_action", Text(waiting, "status"));
        Assert.Equal("""{"key":"a"}""", call.GetProperty("function").GetProperty("arguments").GetString());
        Assert.Equal((Text(waiting, "id"), "queued"), (Text(queued, "id"), Text(queued, "status")));
        Assert.Equal(JsonValueKind.Null, queued.GetProperty("required_action").ValueKind);
        Assert.Equal(waiting.GetProperty("expires_at").GetInt64(), queued.GetProperty("expires_at").GetInt64());
        Assert.Equal((Text(waiting, "id"), "completed"), (Text(run, "id"), Text(run, "status")));
        Assert.Equal("Found 42.", await LastTextAsync(adapter, waiting));
    }

    [Fact]
    public async Task Submit_ParallelCalls_AreAnsweredTogether()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync("two calls", Lookup);
        JsonElement[] calls = Calls(waiting);

        string partial = (await adapter.SubmitAsync(waiting, (Id(calls[0]), "1"))).Error(400, null);
        string unknown = (await adapter.SubmitAsync(waiting, (Id(calls[0]), "1"), ("call_x", "2"))).Error(400, null);
        (await adapter.SubmitAsync(waiting, (Id(calls[1]), "2"), (Id(calls[0]), "1"))).Ok();
        JsonElement run = await adapter.PollAsync(Text(waiting, "thread_id"), Text(waiting, "id"));

        Assert.Equal(2, calls.Length);
        Assert.Equal($"Expected tool outputs for call_ids ['{Id(calls[0])}','{Id(calls[1])}'], got ['{Id(calls[0])}']", partial);
        Assert.Equal($"Expected tool outputs for call_ids ['{Id(calls[0])}','{Id(calls[1])}'], got ['{Id(calls[0])}','call_x']", unknown);
        Assert.Equal("completed", Text(run, "status"));
        Assert.StartsWith("Found 1", await LastTextAsync(adapter, waiting));
    }

    [Fact]
    public async Task Submit_CallsInTurn_WaitTwiceAndSumUsage()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement first = await adapter.RunAsync("call twice in turn", Lookup);
        (await adapter.SubmitAsync(first, (Id(Calls(first)[0]), "1"))).Ok();
        JsonElement second = await adapter.PollAsync(Text(first, "thread_id"), Text(first, "id"));
        (await adapter.SubmitAsync(second, (Id(Calls(second)[0]), "2"))).Ok();
        JsonElement run = await adapter.PollAsync(Text(first, "thread_id"), Text(first, "id"));

        long upstream = adapter.V2.Calls
            .Where(call => call.Method == "GET" && call.Path.Contains("/responses/") && call.ResponseJson.GetProperty("status").GetString() == "completed")
            .DistinctBy(call => call.Path)
            .Sum(call => call.ResponseJson.GetProperty("usage").GetProperty("total_tokens").GetInt64());
        Assert.NotEqual(Id(Calls(first)[0]), Id(Calls(second)[0]));
        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal(upstream, run.GetProperty("usage").GetProperty("total_tokens").GetInt64());
        Assert.Equal(2, Text(run, "id") == Text(first, "id") ? 2 : 0);
    }

    [Fact]
    public async Task Submit_SameOutputsAgain_ChangesNothing()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync("one call", Lookup);
        string id = Id(Calls(waiting)[0]);

        (await adapter.SubmitAsync(waiting, (id, "42"))).Ok();
        int posts = ResponsePosts(adapter);
        LegacyAnswer repeated = await adapter.SubmitAsync(waiting, (id, "42"));

        Assert.True(repeated.Status == 200 || repeated.Json.GetProperty("error").GetProperty("message").GetString() ==
            "Runs in status \"completed\" do not accept tool outputs.");
        Assert.Equal(posts, ResponsePosts(adapter));
    }

    [Fact]
    public async Task Submit_ConcurrentlyTwice_MakesOneResponse()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync("one call", Lookup);
        string id = Id(Calls(waiting)[0]);

        LegacyAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => adapter.SubmitAsync(waiting, (id, "42"))));

        Assert.Contains(answers, answer => answer.Status == 200);
        Assert.Equal(2, ResponsePosts(adapter));
    }

    [Fact]
    public async Task Submit_PolledBeforeItsResponseExists_MakesOneResponse()
    {
        GateHandler gate = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            configure: options => options.Transport = gate.Over(options.Transport!));
        JsonElement waiting = await adapter.RunAsync("one call", Lookup);
        gate.Close("POST", "/responses");

        Task<LegacyAnswer> submit = adapter.SubmitAsync(waiting, (Id(Calls(waiting)[0]), "42"));
        await gate.Reached;
        JsonElement[] polled = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => adapter.GetAsync(AdapterFixture.PathOf(waiting))));
        gate.Open();
        (await submit).Ok();
        JsonElement run = await adapter.PollAsync(Text(waiting, "thread_id"), Text(waiting, "id"));

        Assert.All(polled, poll => Assert.Equal("queued", Text(poll, "status")));
        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal(2, ResponsePosts(adapter));
    }

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Cancel_WhileOutputsAreSentOn_HoldsForTheirResponse(TargetKind target)
    {
        GateHandler gate = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            target, configure: options => options.Transport = gate.Over(options.Transport!));
        JsonElement waiting = await adapter.RunAsync("one call", Lookup);
        string thread = Text(waiting, "thread_id");
        gate.Close("POST", "/responses");

        Task<LegacyAnswer> submit = adapter.SubmitAsync(waiting, (Id(Calls(waiting)[0]), "42"));
        await gate.Reached;
        (await adapter.SendAsync("POST", $"{AdapterFixture.PathOf(waiting)}/cancel")).Ok();
        gate.Open();
        await submit;
        JsonElement run = await adapter.PollAsync(thread, Text(waiting, "id"));
        await adapter.AddMessageAsync(thread, "hello");
        JsonElement next = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, Text(waiting, "assistant_id")));

        Assert.Contains(Text(run, "status"), new[] { "cancelled", "completed" });
        Assert.Equal(3, ResponsePosts(adapter));
        Assert.Equal("completed", Text(next, "status"));
    }

    [Fact]
    public async Task Submit_RunThatDoesNotWait_IsRefusedInTheLegacyWords()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement run = await adapter.RunAsync("hello");

        Assert.Equal(
            "Runs in status \"completed\" do not accept tool outputs.",
            (await adapter.SubmitAsync(run, ("call_x", "1"))).Error(400, null));
    }

    [Fact]
    public async Task Submit_NullOutput_IsAnEmptyOne()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync("one call", Lookup);

        (await adapter.SendAsync(
            "POST",
            $"{AdapterFixture.PathOf(waiting)}/submit_tool_outputs",
            $$"""{"tool_outputs":[{"tool_call_id":"{{Id(Calls(waiting)[0])}}","output":null}]}""")).Ok();

        RecordedCall sent = adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses"));
        Assert.Equal("", sent.RequestJson.GetProperty("input")[0].GetProperty("output").GetString());
    }

    [Fact]
    public async Task Continuation_FailsUpstream_LeavesTheThreadUsable()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync("call then fail", Lookup);
        string thread = Text(waiting, "thread_id");
        (await adapter.SubmitAsync(waiting, (Id(Calls(waiting)[0]), "1"))).Ok();
        JsonElement run = await adapter.PollAsync(thread, Text(waiting, "id"));
        await adapter.AddMessageAsync(thread, "hello");
        JsonElement next = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, Text(waiting, "assistant_id")));

        Assert.Equal(("failed", "Broken after the call."), (Text(run, "status"), Text(run.GetProperty("last_error"), "message")));
        Assert.Equal("completed", Text(next, "status"));
    }

    [Fact]
    public async Task Submit_TargetRefusesForLoadForever_WaitsAgainForTheOutputs()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            configure: options => (options.Transport, options.MaxRetries) = (flaky.Over(options.Transport!), 0));
        JsonElement waiting = await adapter.RunAsync("one call", Lookup);
        string id = Id(Calls(waiting)[0]);

        flaky.FailNext(503, count: 1, "POST", "/responses");
        (await adapter.SubmitAsync(waiting, (id, "42"))).Error(503, null);
        JsonElement run = await adapter.PollAsync(Text(waiting, "thread_id"), Text(waiting, "id"));

        Assert.Equal("completed", Text(run, "status"));
    }

    private static JsonElement[] Calls(JsonElement run) =>
        [.. run.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls").EnumerateArray()];

    private static int ResponsePosts(AdapterFixture adapter) =>
        adapter.V2.Calls.Count(call => call.Method == "POST" && call.Path.EndsWith("/responses") && call.Status == 200);

    private static async Task<string> LastTextAsync(AdapterFixture adapter, JsonElement run) =>
        (await adapter.ListAsync($"threads/{Text(run, "thread_id")}/messages"))[0]
            .GetProperty("content")[0].GetProperty("text").GetProperty("value").GetString()!;

    private static string Id(JsonElement element) => Text(element, "id");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
