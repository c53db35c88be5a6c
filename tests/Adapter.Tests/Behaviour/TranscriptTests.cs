using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>A service without conversations: the adapter keeps what was said, and sends it.</summary>
public sealed class TranscriptTests
{
    private const string Code = """ "tools":[{"type":"code_interpreter"}] """;

    [Fact]
    public async Task Run_SecondOfAThread_IsSentAllThatWasSaidAndCalled()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.AzureOpenAI);
        JsonElement waiting = await adapter.RunAsync("one call", ToolOutputTests.Lookup);
        string thread = waiting.GetProperty("thread_id").GetString()!;
        string call = CallOf(waiting);
        (await adapter.SubmitAsync(waiting, (call, "42"))).Ok();
        await adapter.PollAsync(thread, Id(waiting));
        await adapter.AddMessageAsync(thread, "hello");

        await RunAsync(adapter, thread, waiting);

        JsonElement[] input = Input(adapter);
        Assert.Equal(
            ["message", "function_call", "function_call_output", "message", "message"],
            input.Select(item => item.GetProperty("type").GetString()));
        Assert.All(input, item => Assert.False(item.TryGetProperty("id", out _)));
        Assert.Equal("42", input[2].GetProperty("output").GetString());
        Assert.Empty(input[3].GetProperty("content")[0].GetProperty("annotations").EnumerateArray());
        Assert.DoesNotContain(adapter.V2.Calls, sent => sent.Path.Contains("/conversations") || sent.Path.EndsWith("/cancel"));
        Assert.Equal(["You said: hello", "hello", "Found 42.", "one call"], await TextsAsync(adapter, thread));
    }

    [Fact]
    public async Task Run_Continued_GoesOnFromItsOwnResponse()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.AzureOpenAI);
        JsonElement waiting = await adapter.RunAsync("think and call", ToolOutputTests.Lookup);

        (await adapter.SubmitAsync(waiting, (CallOf(waiting), "42"))).Ok();

        JsonElement sent = LastRequest(adapter);
        string first = adapter.V2.Calls.First(call => call.Method == "POST" && call.Path.EndsWith("/responses")).ResponseJson.GetProperty("id").GetString()!;
        Assert.Equal(first, sent.GetProperty("previous_response_id").GetString());
        Assert.Equal("function_call_output", Assert.Single(Input(adapter)).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(25, false)]
    public async Task Run_AfterCode_GoesOnInItsContainerWhileThatLives(int minutes, bool lives)
    {
        ManualTimeProvider time = new(DateTimeOffset.UtcNow);
        EmulatorOptions emulator = TestScript.Options();
        emulator.TimeProvider = time;
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            TargetKind.AzureOpenAI, emulator, options => options.TimeProvider = time);
        JsonElement first = await adapter.RunAsync("print 7", Code);
        string thread = first.GetProperty("thread_id").GetString()!;

        time.Advance(TimeSpan.FromMinutes(minutes));
        await adapter.AddMessageAsync(thread, "print 8");
        JsonElement second = await RunAsync(adapter, thread, first);

        Assert.Equal("completed", second.GetProperty("status").GetString());
        Assert.Equal(lives, Input(adapter).Any(item => item.GetProperty("type").GetString() == "code_interpreter_call"));
        string[] containers = [.. ContainersOf(adapter).Distinct()];
        Assert.Equal(lives ? 1 : 2, containers.Length);
        Assert.Equal(lives, !LastRequest(adapter).GetProperty("tools")[0].GetProperty("container").TryGetProperty("file_ids", out _));
    }

    [Fact]
    public async Task Run_ContainerIsGoneEarly_IsSentAgainWithoutIt()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            TargetKind.AzureOpenAI, configure: options => options.Transport = flaky.Over(options.Transport!));
        JsonElement first = await adapter.RunAsync("print 7", Code);
        string thread = first.GetProperty("thread_id").GetString()!;
        await adapter.AddMessageAsync(thread, "print 8");
        flaky.FailNext(400, 1, "POST", "/responses", body: """{"error":{"message":"Container is expired.","type":"invalid_request_error"}}""");

        JsonElement second = await RunAsync(adapter, thread, first);

        Assert.Equal("completed", second.GetProperty("status").GetString());
        Assert.DoesNotContain(Input(adapter), item => item.GetProperty("type").GetString() == "code_interpreter_call");
        Assert.Equal(JsonValueKind.String, LastRequest(adapter).GetProperty("tools")[0].GetProperty("container").ValueKind);
    }

    [Fact]
    public async Task LastMessages_AreExactlySentAndTheAnswerKeepsItsId()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.AzureOpenAI);
        string thread = await adapter.CreateThreadAsync("one");
        await adapter.AddMessageAsync(thread, "two");
        await adapter.AddMessageAsync(thread, "three");

        string id = await adapter.StartRunAsync(
            thread, await adapter.CreateAssistantAsync(), """ "truncation_strategy":{"type":"last_messages","last_messages":2} """);
        await adapter.PollAsync(thread, id);

        Assert.Equal(["two", "three"], Input(adapter).Select(item => item.GetProperty("content")[0].GetProperty("text").GetString()));
        JsonElement answer = (await adapter.ListAsync($"threads/{thread}/messages"))[0];
        string made = adapter.V2.Calls.Last(call => call.Method == "GET" && call.Path.Contains("/responses/"))
            .ResponseJson.GetProperty("output")[0].GetProperty("id").GetString()!;
        Assert.Equal(made, Id(answer));
        Assert.Equal(id, answer.GetProperty("run_id").GetString());
    }

    [Theory]
    [InlineData(4000, "incomplete")]
    [InlineData(40, "completed")]
    public async Task MaxPromptTokens_AreEstimated(int length, string status)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.AzureOpenAI);

        JsonElement run = await adapter.RunAsync(new string('x', length), runFields: "\"max_prompt_tokens\":256");

        Assert.Equal(status, run.GetProperty("status").GetString());
        Assert.DoesNotContain(adapter.V2.Calls, call => call.Path.EndsWith("/input_tokens"));
    }

    [Fact]
    public async Task Cancel_RunAtWork_DeletesItsResponseAndFreesTheThread()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.AzureOpenAI);
        string thread = await adapter.CreateThreadAsync("take long");
        string run = await adapter.StartRunAsync(thread, await adapter.CreateAssistantAsync());

        (await adapter.SendAsync("POST", $"threads/{thread}/runs/{run}/cancel")).Ok();
        Assert.Equal("cancelled", (await adapter.PollAsync(thread, run)).GetProperty("status").GetString());

        Assert.Contains(adapter.V2.Calls, call => call.Method == "DELETE" && call.Path.Contains("/responses/"));
        Assert.Empty(await adapter.ListAsync($"threads/{thread}/runs/{run}/steps"));
        await adapter.AddMessageAsync(thread, "free");
    }

    [Fact]
    public async Task Create_ModelIsNotDeployed_SaysSo()
    {
        EmulatorOptions emulator = TestScript.Options();
        emulator.Models = ["gpt-4o-mini"];
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.AzureOpenAI, emulator);
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");

        LegacyAnswer answer = await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");

        string message = answer.Error(404, "model");
        Assert.StartsWith("The API deployment for this resource does not exist.", message, StringComparison.Ordinal);
        Assert.EndsWith("(deployment: gpt-4o)", message, StringComparison.Ordinal);
    }

    /// <summary>The process dies at each write to its state in turn; the next one finds the thread whole, with every message once.</summary>
    [Fact]
    public async Task Process_KilledAtAnyWrite_LosesAndDoublesNothing()
    {
        bool survived = false;
        for (int writes = 0; !survived; writes++)
        {
            BreakingStore store = new();
            await using AdapterFixture first = await AdapterFixture.StartAsync(
                TargetKind.AzureOpenAI, configure: options => options.Documents = store);
            string thread = await first.CreateThreadAsync("two messages");
            string run = await first.StartRunAsync(thread, await first.CreateAssistantAsync());

            store.BreakAfter(writes);
            survived = await PollUntilBrokenAsync(first, thread, run);
            store.Mend();
            await using AdapterFixture second = first.Restart(options => options.Documents = store);
            JsonElement ended = await second.PollAsync(thread, run);

            Assert.Equal("completed", ended.GetProperty("status").GetString());
            Assert.Equal(["Second.", "First.", "two messages"], await TextsAsync(second, thread));
            Assert.Equal(2, (await second.ListAsync($"threads/{thread}/runs/{run}/steps")).Length);
            await second.AddMessageAsync(thread, "free");
            Assert.InRange(writes, 0, 50);
        }
    }

    private static async Task<bool> PollUntilBrokenAsync(AdapterFixture adapter, string thread, string run)
    {
        try
        {
            await adapter.PollAsync(thread, run);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<JsonElement> RunAsync(AdapterFixture adapter, string thread, JsonElement earlier) =>
        await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, earlier.GetProperty("assistant_id").GetString()!));

    private static JsonElement LastRequest(AdapterFixture adapter) =>
        adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses")).RequestJson;

    private static JsonElement[] Input(AdapterFixture adapter) => [.. LastRequest(adapter).GetProperty("input").EnumerateArray()];

    private static IEnumerable<string> ContainersOf(AdapterFixture adapter) => adapter.V2.Calls
        .Where(call => call.Method == "GET" && call.Path.Contains("/responses/"))
        .SelectMany(call => call.ResponseJson.GetProperty("output").EnumerateArray())
        .Where(item => item.GetProperty("type").GetString() == "code_interpreter_call")
        .Select(item => item.GetProperty("container_id").GetString()!);

    private static async Task<string[]> TextsAsync(AdapterFixture adapter, string thread) =>
    [
        .. (await adapter.ListAsync($"threads/{thread}/messages"))
            .Select(message => message.GetProperty("content")[0].GetProperty("text").GetProperty("value").GetString()!),
    ];

    private static string CallOf(JsonElement waiting) => Id(
        waiting.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")[0]);

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;
}
