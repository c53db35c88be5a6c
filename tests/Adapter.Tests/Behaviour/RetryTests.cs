using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Behaviour;

public sealed class RetryTests
{
    private const string Locked =
        """{"error":{"message":"Another process is currently operating on this conversation. Please retry in a few seconds.","type":"invalid_request_error","param":"conversation","code":"conversation_locked"}}""";

    [Theory]
    [InlineData(429, "POST", "/responses")]
    [InlineData(503, "POST", "/responses")]
    [InlineData(500, "GET", "/items")]
    [InlineData(502, "GET", "/items")]
    [InlineData(0, "GET", "/items")]
    public async Task Send_PassingFailure_IsRepeatedUnseen(int status, string method, string path)
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await StartAsync(flaky, maxRetries: 3);
        flaky.FailNext(status, 3, method, path, retryAfter: "0");

        JsonElement run = await adapter.RunAsync("hello");

        Assert.Equal("completed", run.GetProperty("status").GetString());
        await adapter.ListAsync($"threads/{run.GetProperty("thread_id").GetString()}/messages");
        Assert.Equal(3, flaky.Failed);
    }

    [Theory]
    [InlineData(429, "POST")]
    [InlineData(500, "GET")]
    public async Task VectorStores_PassingFailure_IsRepeatedUnseen(int status, string method)
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await StartAsync(flaky, maxRetries: 3);
        flaky.FailNext(status, 2, method, "/vector_stores", retryAfter: "0");

        (await adapter.SendAsync(method, "vector_stores", method == "POST" ? """{"name":"s"}""" : null)).Ok();

        Assert.Equal(2, flaky.Failed);
    }

    [Fact]
    public async Task Create_ConversationLockedForAWhile_IsRepeated()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await StartAsync(flaky, maxRetries: 3);
        flaky.FailNext(400, 2, "POST", "/responses", body: Locked);

        Assert.Equal("completed", (await adapter.RunAsync("hello")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Create_ConversationLockedForGood_AnswersWithoutV2Words()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await StartAsync(flaky, maxRetries: 0);
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");
        flaky.FailNext(400, 1, "POST", "/responses", body: Locked);

        LegacyAnswer answer = await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");

        Assert.DoesNotContain("onversation", System.Text.Encoding.UTF8.GetString(answer.Body));
        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task Send_RetryAfterIsLong_WaitsThatLongAndNoLonger()
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await StartAsync(flaky, maxRetries: 3, time);
        flaky.FailNext(429, 1, "POST", "/conversations", retryAfter: "7");

        Task<LegacyAnswer> pending = adapter.SendAsync("POST", "threads");
        while (time.WaitingTimers == 0)
            await Task.Yield();
        time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(pending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        (await pending).Ok();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(200)]
    public async Task Poll_FilesCannotBeCopiedYet_IsNotReportedCompleted(int failure)
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await StartAsync(flaky, maxRetries: 0);
        string thread = await adapter.CreateThreadAsync("print 5");
        string run = await adapter.StartRunAsync(thread, await adapter.CreateAssistantAsync(""" "tools":[{"type":"code_interpreter"}] """));
        flaky.FailNext(failure, 1, "GET", "/content");

        List<int> statuses = [];
        JsonElement last;
        do
        {
            LegacyAnswer answer = await adapter.SendAsync("GET", $"threads/{thread}/runs/{run}");
            statuses.Add(answer.Status);
            last = answer.Json;
        }
        while (!last.TryGetProperty("status", out JsonElement status) || status.GetString() != "completed");

        Assert.Single(statuses, status => status == (failure == 500 ? 500 : 503));
        Assert.Equal(200, statuses[^1]);
        JsonElement message = (await adapter.ListAsync($"threads/{thread}/messages"))[0];
        string file = message.GetProperty("attachments")[0].GetProperty("file_id").GetString()!;
        Assert.Equal("5"u8.ToArray(), (await adapter.SendAsync("GET", $"files/{file}/content")).Body);
    }

    [Fact]
    public async Task Poll_GeneratedFileBreaksOff_IsCopiedAgainUnseen()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await StartAsync(flaky, maxRetries: 3);
        flaky.FailNext(200, 3, "GET", "/content");

        JsonElement run = await adapter.RunAsync("print 12345", """ "tools":[{"type":"code_interpreter"}] """);

        JsonElement message = (await adapter.ListAsync($"threads/{run.GetProperty("thread_id").GetString()}/messages"))[0];
        string file = message.GetProperty("attachments")[0].GetProperty("file_id").GetString()!;
        Assert.Equal("12345"u8.ToArray(), (await adapter.SendAsync("GET", $"files/{file}/content")).Body);
        Assert.Equal(3, flaky.Failed);
    }

    [Fact]
    public async Task Create_ContainerIsLost_TakesAFreshOne()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await StartAsync(flaky, maxRetries: 0);
        flaky.FailNext(
            400, 1, "POST", "/responses", body: """{"error":{"message":"Container is expired.","type":"invalid_request_error","param":null,"code":null}}""");

        JsonElement run = await adapter.RunAsync("print 5", """ "tools":[{"type":"code_interpreter"}] """);

        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.StartsWith("cntr_", adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses"))
            .RequestJson.GetProperty("tools")[0].GetProperty("container").GetString());
    }

    private static Task<AdapterFixture> StartAsync(FlakyHandler flaky, int maxRetries, TimeProvider? time = null) =>
        AdapterFixture.StartAsync(configure: options =>
        {
            options.Transport = flaky.Over(options.Transport!);
            options.MaxRetries = maxRetries;
            options.TimeProvider = time ?? options.TimeProvider;
        });
}
