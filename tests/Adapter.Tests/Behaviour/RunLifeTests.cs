using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Behaviour;

public sealed class RunLifeTests
{
    [Fact]
    public async Task Create_Anything_IsQueuedFirstAndNotStarted()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string thread = await adapter.CreateThreadAsync("hello");
        string assistant = await adapter.CreateAssistantAsync();

        JsonElement run = (await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""")).Ok();

        Assert.Equal("queued", Text(run, "status"));
        Assert.Equal(JsonValueKind.Null, run.GetProperty("started_at").ValueKind);
        Assert.Equal(600, run.GetProperty("expires_at").GetInt64() - run.GetProperty("created_at").GetInt64());
    }

    [Theory]
    [InlineData("fail please", "failed", "last_error")]
    [InlineData("stop short", "incomplete", "incomplete_details")]
    [InlineData("refuse", "completed", "usage")]
    public async Task Run_EndsOtherThanWell_SaysWhy(string message, string status, string explained)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        JsonElement run = await adapter.RunAsync(message);

        Assert.Equal(status, Text(run, "status"));
        Assert.Equal(JsonValueKind.Object, run.GetProperty(explained).ValueKind);
        Assert.Equal(JsonValueKind.Null, run.GetProperty("expires_at").ValueKind);
        Assert.Equal(status == "failed", run.GetProperty("failed_at").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task Run_WhileActive_LocksTheThreadWithTheLegacyTexts()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("take long");
        string run = await adapter.StartRunAsync(thread, assistant);

        LegacyAnswer message = await adapter.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"x"}""");
        LegacyAnswer second = await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");
        LegacyAnswer modify = await adapter.SendAsync("POST", $"threads/{thread}/runs/{run}", """{"metadata":{}}""");

        Assert.Equal($"Can't add messages to {thread} while a run {run} is active.", message.Error(400, null));
        Assert.Equal($"Thread {thread} already has an active run {run}.", second.Error(400, null));
        Assert.Matches("^Cannot update run with status '(queued|in_progress)'\\.$", modify.Error(400, null));
    }

    [Fact]
    public async Task Create_ManyAtOnce_OneRunIsActive()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("take long");

        LegacyAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""")));

        string run = Text(Assert.Single(answers, answer => answer.Status == 200).Json, "id");
        Assert.All(
            answers.Where(answer => answer.Status != 200),
            answer => Assert.Equal($"Thread {thread} already has an active run {run}.", answer.Error(400, null)));
    }

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Run_NobodyPolls_DoesNotKeepTheThread(TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");
        await adapter.StartRunAsync(thread, assistant);

        LegacyAnswer answer;
        do
            answer = await adapter.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"again"}""");
        while (answer.Status == 400);

        answer.Ok();
        Assert.Equal(["again", "You said: hello", "hello"], await TextsAsync(adapter, thread));
    }

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Cancel_RunAtWork_IsCancellingOnceAndThenCancelled(TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        string thread = await adapter.CreateThreadAsync("take long");
        string run = await adapter.StartRunAsync(thread, await adapter.CreateAssistantAsync());

        JsonElement cancelling = (await adapter.SendAsync("POST", $"threads/{thread}/runs/{run}/cancel")).Ok();
        JsonElement cancelled = await adapter.PollAsync(thread, run);

        Assert.Equal("cancelling", Text(cancelling, "status"));
        Assert.Equal("cancelled", Text(cancelled, "status"));
        Assert.Equal(JsonValueKind.Number, cancelled.GetProperty("cancelled_at").ValueKind);
        Assert.Equal(
            "Cannot cancel run with status 'cancelled'.",
            (await adapter.SendAsync("POST", $"threads/{thread}/runs/{run}/cancel")).Error(400, null));
        await adapter.AddMessageAsync(thread, "still usable");
    }

    [Theory]
    [InlineData("one call", TargetKind.OpenAI)]
    [InlineData("two calls", TargetKind.Foundry)]
    [InlineData("think and call", TargetKind.OpenAI)]
    [InlineData("think and call", TargetKind.AzureOpenAI)]
    public async Task Cancel_RunThatWaitsForOutputs_LeavesTheThreadUsable(string message, TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        JsonElement waiting = await adapter.RunAsync(message, ToolOutputTests.Lookup);
        string thread = Text(waiting, "thread_id");

        JsonElement cancelling = (await adapter.SendAsync("POST", $"{AdapterFixture.PathOf(waiting)}/cancel")).Ok();
        JsonElement cancelled = await adapter.PollAsync(thread, Text(waiting, "id"));
        await adapter.AddMessageAsync(thread, "hello");
        JsonElement next = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, Text(waiting, "assistant_id")));

        Assert.Equal(("cancelling", "cancelled"), (Text(cancelling, "status"), Text(cancelled, "status")));
        Assert.Equal("completed", Text(next, "status"));
    }

    [Theory]
    [InlineData("one call")]
    [InlineData("take long")]
    public async Task Run_PastItsTime_ExpiresAndFreesTheThread(string message)
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(configure: options => options.TimeProvider = time);
        string assistant = await adapter.CreateAssistantAsync(ToolOutputTests.Lookup);
        string thread = await adapter.CreateThreadAsync(message);
        string run = await adapter.StartRunAsync(thread, assistant);
        if (message == "one call")
            await adapter.PollAsync(thread, run);

        time.Advance(TimeSpan.FromMinutes(11));
        JsonElement expired = await adapter.GetAsync($"threads/{thread}/runs/{run}");
        await adapter.AddMessageAsync(thread, "hello");
        JsonElement next = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));

        Assert.Equal("expired", Text(expired, "status"));
        Assert.Equal(JsonValueKind.Null, expired.GetProperty("expires_at").ValueKind);
        Assert.Equal(
            "Runs in status \"expired\" do not accept tool outputs.", (await adapter.SubmitAsync(expired, ("call_x", ""))).Error(400, null));
        Assert.Equal("completed", Text(next, "status"));
    }

    [Fact]
    public async Task Create_NotEnoughQuota_IsARunThatFailed()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            configure: options => options.Transport = flaky.Over(options.Transport!));
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");
        flaky.FailNext(
            429, 1, "POST", "/responses", body: """{"error":{"message":"You exceeded your quota.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""");

        string id = await adapter.StartRunAsync(thread, assistant);
        JsonElement run = await adapter.GetAsync($"threads/{thread}/runs/{id}");

        Assert.Equal("failed", Text(run, "status"));
        Assert.Equal(("rate_limit_exceeded", "You exceeded your quota."), (Text(run.GetProperty("last_error"), "code"), Text(run.GetProperty("last_error"), "message")));
        await adapter.AddMessageAsync(thread, "still usable");
    }

    [Fact]
    public async Task Create_WithThread_IsAllOrNothing()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            configure: options => (options.Transport, options.MaxRetries) = (flaky.Over(options.Transport!), 0));
        string assistant = await adapter.CreateAssistantAsync();
        string body = $$$"""{"assistant_id":"{{{assistant}}}","thread":{"messages":[{"role":"user","content":"hello"}],"metadata":{"a":"b"} } }""";

        flaky.FailNext(503, 1, "POST", "/responses");
        (await adapter.SendAsync("POST", "threads/runs", body)).Error(503, null);
        RecordedCall made = adapter.V2.Calls.First(call => call.Method == "POST" && call.Path.EndsWith("/conversations"));
        JsonElement run = (await adapter.SendAsync("POST", "threads/runs", body)).Ok();

        Assert.Contains(adapter.V2.Calls, call => call.Method == "DELETE" && call.Path.EndsWith(Text(made.ResponseJson, "id")));
        Assert.Equal("completed", Text(await adapter.PollAsync(Text(run, "thread_id"), Text(run, "id")), "status"));
        Assert.Equal("b", Text((await adapter.GetAsync($"threads/{Text(run, "thread_id")}")).GetProperty("metadata"), "a"));
    }

    [Fact]
    public async Task Delete_ThreadWithARunAtWork_StopsIt()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string thread = await adapter.CreateThreadAsync("take long");
        string run = await adapter.StartRunAsync(thread, await adapter.CreateAssistantAsync());

        (await adapter.SendAsync("DELETE", $"threads/{thread}")).Ok();

        Assert.Contains(adapter.V2.Calls, call => call.Path.EndsWith("/cancel") && call.Status == 200);
        Assert.Equal($"No run found with id '{run}'.", (await adapter.SendAsync("GET", $"threads/{thread}/runs/{run}")).Error(404, null));
    }

    private static async Task<string[]> TextsAsync(AdapterFixture adapter, string thread) =>
    [
        .. (await adapter.ListAsync($"threads/{thread}/messages"))
            .Select(message => message.GetProperty("content")[0].GetProperty("text").GetProperty("value").GetString()!),
    ];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
