using System.Text.Json;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>
/// A process is killed while it makes a response, or does not hear whether it was made: another one finds the response or
/// makes it. No message is lost, none is said twice.
/// </summary>
public sealed class LostResponseTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(61);

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly InMemoryDocumentStore _documents;
    private readonly InMemoryBlobStore _blobs = new();
    private readonly MortalProcess _mortal;

    public LostResponseTests()
    {
        _documents = new InMemoryDocumentStore(_time);
        _mortal = new MortalProcess(_documents);
    }

    public static TheoryData<TargetKind, bool, int> Deaths { get; } = new()
    {
        { TargetKind.OpenAI, true, 0 },
        { TargetKind.OpenAI, true, 1 },
        { TargetKind.OpenAI, false, 0 },
        { TargetKind.Foundry, true, 0 },
        { TargetKind.Foundry, true, 1 },
        { TargetKind.Foundry, false, 0 },
    };

    /// <summary>The response is over, is still at work, or was never made when the other process looks for it.</summary>
    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Create_MakerKilled_RunIsListedAndEndsOnce(TargetKind target, bool afterwards, int delay)
    {
        await using AdapterFixture first = await StartAsync(target, delay);
        await using AdapterFixture second = first.Restart(Share);
        string assistant = await first.CreateAssistantAsync();
        string thread = await first.CreateThreadAsync("hello");
        await KillAsync(first, afterwards, $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","metadata":{"a":"b"} }""");

        string id = Text(Assert.Single(await second.ListAsync($"threads/{thread}/runs")), "id");
        Assert.Equal(
            $"Thread {thread} already has an active run {id}.",
            (await second.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""")).Error(400, null));
        _time.Advance(Lease);
        JsonElement run = await second.PollAsync(thread, id);

        Assert.Equal(("completed", "b"), (Text(run, "status"), Text(run.GetProperty("metadata"), "a")));
        JsonElement[] messages = await second.ListAsync($"threads/{thread}/messages");
        Assert.Equal(["You said: hello", "hello"], messages.Select(TextOf));
        Assert.Equal((id, assistant), (Text(messages[0], "run_id"), Text(messages[0], "assistant_id")));
        JsonElement step = Assert.Single(await second.ListAsync($"threads/{thread}/runs/{id}/steps"));
        Assert.Equal(Text(messages[0], "id"), Text(step.GetProperty("step_details").GetProperty("message_creation"), "message_id"));
        await second.AddMessageAsync(thread, "The thread is free.");
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Submit_MakerKilled_RunEndsOnce(TargetKind target, bool afterwards, int delay)
    {
        await using AdapterFixture first = await StartAsync(target, delay);
        await using AdapterFixture second = first.Restart(Share);
        JsonElement waiting = await first.RunAsync("two calls", ToolOutputTests.Lookup);
        string outputs = string.Join(",", Calls(waiting).Select(call => $$"""{"tool_call_id":"{{call}}","output":"42"}"""));
        await KillAsync(first, afterwards, $"{AdapterFixture.PathOf(waiting)}/submit_tool_outputs", $$"""{"tool_outputs":[{{outputs}}]}""");

        _time.Advance(Lease);
        JsonElement run = await second.PollAsync(Text(waiting, "thread_id"), Text(waiting, "id"));

        Assert.Equal("completed", Text(run, "status"));
        JsonElement[] messages = await second.ListAsync($"threads/{Text(waiting, "thread_id")}/messages");
        Assert.Equal(2, messages.Length);
        Assert.StartsWith("Found 42", TextOf(messages[0]), StringComparison.Ordinal);
        Assert.Equal(2, (await second.ListAsync($"{AdapterFixture.PathOf(run)}/steps")).Length);
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Create_MakerKilledOfARunThatCalls_WaitsForTheSameCalls(TargetKind target, bool afterwards, int delay)
    {
        await using AdapterFixture first = await StartAsync(target, delay);
        await using AdapterFixture second = first.Restart(Share);
        string assistant = await first.CreateAssistantAsync(ToolOutputTests.Lookup);
        string thread = await first.CreateThreadAsync("one call");
        await KillAsync(first, afterwards, $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");

        string id = Text(Assert.Single(await second.ListAsync($"threads/{thread}/runs")), "id");
        _time.Advance(Lease);
        JsonElement waiting = await second.PollAsync(thread, id);
        Assert.Equal("requires_action", Text(waiting, "status"));
        (await second.SubmitAsync(waiting, (Assert.Single(Calls(waiting)), "42"))).Ok();

        Assert.Equal("completed", Text(await second.PollAsync(thread, id), "status"));
        Assert.Equal(["Found 42.", "one call"], (await second.ListAsync($"threads/{thread}/messages")).Select(TextOf));
    }

    [Theory]
    [InlineData(TargetKind.OpenAI, true)]
    [InlineData(TargetKind.OpenAI, false)]
    [InlineData(TargetKind.Foundry, true)]
    public async Task Create_MakerKilledOfARunThatWrites_ServesTheFile(TargetKind target, bool afterwards)
    {
        await using AdapterFixture first = await StartAsync(target, delay: 0);
        await using AdapterFixture second = first.Restart(Share);
        string assistant = await first.CreateAssistantAsync(""" "tools":[{"type":"code_interpreter"}] """);
        string thread = await first.CreateThreadAsync("print 7");
        await KillAsync(first, afterwards, $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");

        string id = Text(Assert.Single(await second.ListAsync($"threads/{thread}/runs")), "id");
        _time.Advance(Lease);
        Assert.Equal("completed", Text(await second.PollAsync(thread, id), "status"));

        JsonElement[] messages = await second.ListAsync($"threads/{thread}/messages");
        string file = Text(messages[0].GetProperty("attachments")[0], "file_id");
        Assert.Equal("7"u8.ToArray(), (await second.SendAsync("GET", $"files/{file}/content")).Body);
        Assert.Equal(2, messages.Length);
        Assert.Equal(2, (await second.ListAsync($"threads/{thread}/runs/{id}/steps")).Length);
    }

    /// <summary>Messages that came with the run are there once, with all that was said of them.</summary>
    [Theory]
    [InlineData("/items", true)]
    [InlineData("/items", false)]
    [InlineData("/responses", true)]
    [InlineData("/responses", false)]
    public async Task Create_MakerKilledOfARunWithMessages_AddsThemOnce(string path, bool afterwards)
    {
        await using AdapterFixture first = await StartAsync(TargetKind.OpenAI, delay: 0);
        await using AdapterFixture second = first.Restart(Share);
        string assistant = await first.CreateAssistantAsync();
        string thread = await first.CreateThreadAsync("hello");
        _time.Advance(TimeSpan.FromSeconds(2));
        _mortal.DieAt("POST", path, afterwards);
        await SendLastAsync(
            first, $"threads/{thread}/runs",
            $$$"""{"assistant_id":"{{{assistant}}}","additional_messages":[{"role":"user","content":"hello","metadata":{"a":"b"} }]}""");

        string id = Text(Assert.Single(await second.ListAsync($"threads/{thread}/runs")), "id");
        _time.Advance(Lease);
        Assert.Equal("completed", Text(await second.PollAsync(thread, id), "status"));

        JsonElement[] messages = await second.ListAsync($"threads/{thread}/messages");
        Assert.Equal(["You said: hello", "hello", "hello"], messages.Select(TextOf));
        Assert.Equal("b", Text(messages[1].GetProperty("metadata"), "a"));
    }

    [Fact]
    public async Task Cancel_OfARunWhoseMakerWasKilled_EndsIt()
    {
        await using AdapterFixture first = await StartAsync(TargetKind.OpenAI, delay: 0);
        await using AdapterFixture second = first.Restart(Share);
        string assistant = await first.CreateAssistantAsync();
        string thread = await first.CreateThreadAsync("hello");
        await KillAsync(first, afterwards: false, $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");
        string id = Text(Assert.Single(await second.ListAsync($"threads/{thread}/runs")), "id");

        (await second.SendAsync("POST", $"threads/{thread}/runs/{id}/cancel")).Ok();
        _time.Advance(Lease);

        Assert.Equal("cancelled", Text(await second.PollAsync(thread, id), "status"));
        await second.AddMessageAsync(thread, "The thread is free.");
    }

    /// <summary>Nobody is killed; the service, or what stands before it, does not say what it did.</summary>
    [Theory]
    [InlineData(TargetKind.OpenAI, 500, true)]
    [InlineData(TargetKind.OpenAI, 504, true)]
    [InlineData(TargetKind.OpenAI, 0, true)]
    [InlineData(TargetKind.OpenAI, 500, false)]
    [InlineData(TargetKind.OpenAI, 0, false)]
    [InlineData(TargetKind.Foundry, 502, true)]
    [InlineData(TargetKind.Foundry, 0, false)]
    public async Task AnyStep_FailureThatMayBeDone_IsDoneOnce(TargetKind target, int status, bool afterwards)
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target, configure: options =>
        {
            options.Transport = flaky.Over(options.Transport!);
            options.MaxRetries = 0;
        });
        string assistant = await adapter.CreateAssistantAsync(ToolOutputTests.Lookup);
        string thread = await adapter.CreateThreadAsync("hello");
        flaky.FailNext(status, 1, "POST", "/responses", afterwards);
        flaky.FailNext(status, afterwards ? 1 : 0, "POST", "/items", afterwards);

        await adapter.AddMessageAsync(thread, "one call");
        JsonElement waiting = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));
        flaky.FailNext(status, 1, "POST", "/responses", afterwards);
        (await adapter.SubmitAsync(waiting, (Assert.Single(Calls(waiting)), "42"))).Ok();
        JsonElement run = await adapter.PollAsync(thread, Text(waiting, "id"));

        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal(["Found 42.", "one call", "hello"], (await adapter.ListAsync($"threads/{thread}/messages")).Select(TextOf));
    }

    /// <summary>
    /// The lost response ends between the look for it and the one that is made in its place: also where the conversation
    /// takes items while a response is at work in it, and where the second one is lost as well.
    /// </summary>
    [Theory]
    [InlineData(TargetKind.OpenAI, true, 1)]
    [InlineData(TargetKind.OpenAI, false, 1)]
    [InlineData(TargetKind.Foundry, true, 1)]
    [InlineData(TargetKind.OpenAI, true, 2)]
    [InlineData(TargetKind.Foundry, true, 2)]
    public async Task Create_LostResponseEndsLate_OneOfTheTwoStays(TargetKind target, bool locksItems, int lost)
    {
        EmulatorOptions emulator = TestScript.Options();
        emulator.GenerationDelay = TimeSpan.FromMilliseconds(500);
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(
            target, emulator, options => options.Transport = new LateHandler(options.Transport!, lost, locksItems: locksItems));
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");

        JsonElement run = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));

        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal(["You said: hello", "hello"], (await adapter.ListAsync($"threads/{thread}/messages")).Select(TextOf));
        Assert.Single(await adapter.ListAsync($"threads/{thread}/runs/{Text(run, "id")}/steps"));
        await adapter.AddMessageAsync(thread, "free");
        Assert.Equal(["free", "You said: hello", "hello"], (await adapter.ListAsync($"threads/{thread}/messages")).Select(TextOf));
    }

    /// <summary>The one that is made in the place of a lost one is lost as well, and both have spoken.</summary>
    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    public async Task Submit_LostTwice_OneOfTheTwoStays(TargetKind target)
    {
        EmulatorOptions emulator = TestScript.Options();
        emulator.GenerationDelay = TimeSpan.FromMilliseconds(500);
        LateHandler late = new(new HttpClientHandler(), lost: 2, from: 2);
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target, emulator, options =>
        {
            late.InnerHandler = options.Transport!;
            options.Transport = late;
        });
        JsonElement waiting = await adapter.RunAsync("one call", ToolOutputTests.Lookup);
        string thread = Text(waiting, "thread_id");

        (await adapter.SubmitAsync(waiting, (Assert.Single(Calls(waiting)), "42"))).Ok();
        JsonElement run = await adapter.PollAsync(thread, Text(waiting, "id"));

        Assert.Equal("completed", Text(run, "status"));
        Assert.Equal(["Found 42.", "one call"], (await adapter.ListAsync($"threads/{thread}/messages")).Select(TextOf));
        Assert.Equal(2, (await adapter.ListAsync($"{AdapterFixture.PathOf(run)}/steps")).Length);
        await adapter.AddMessageAsync(thread, "free");
        Assert.Equal(["free", "Found 42.", "one call"], (await adapter.ListAsync($"threads/{thread}/messages")).Select(TextOf));
    }

    [Fact]
    public async Task Create_FailsForAWhile_RunWaitsAndEnds()
    {
        FlakyHandler flaky = new();
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(configure: options =>
        {
            options.Transport = flaky.Over(options.Transport!);
            options.MaxRetries = 0;
        });
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");
        flaky.FailNext(500, 4, "POST", "/responses");

        string run = await adapter.StartRunAsync(thread, assistant);
        Assert.Equal("queued", Text(await adapter.GetAsync($"threads/{thread}/runs/{run}"), "status"));

        Assert.Equal("completed", Text(await adapter.PollAsync(thread, run), "status"));
        Assert.Equal(["You said: hello", "hello"], (await adapter.ListAsync($"threads/{thread}/messages")).Select(TextOf));
    }

    private Task<AdapterFixture> StartAsync(TargetKind target, int delay)
    {
        EmulatorOptions emulator = TestScript.Options();
        emulator.GenerationDelay = TimeSpan.FromSeconds(delay);
        return AdapterFixture.StartAsync(target, emulator, options =>
        {
            Share(options);
            options.Documents = _mortal;
            options.Transport = _mortal.Over(options.Transport!);
        });
    }

    private void Share(AdapterOptions options)
    {
        options.TimeProvider = _time;
        options.Documents = _documents;
        options.Blobs = _blobs;
        // A pause would wait for a clock that stands still.
        options.MaxRetries = 0;
    }

    private async Task KillAsync(AdapterFixture first, bool afterwards, string path, string body)
    {
        _mortal.DieAt("POST", "/responses", afterwards);
        await SendLastAsync(first, path, body);
    }

    private static async Task SendLastAsync(AdapterFixture first, string path, string body) =>
        await Assert.ThrowsAnyAsync<Exception>(() => first.SendAsync("POST", path, body));

    private static string[] Calls(JsonElement waiting) =>
    [
        .. waiting.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls").EnumerateArray()
            .Select(call => Text(call, "id")),
    ];

    private static string TextOf(JsonElement message) => Text(message.GetProperty("content")[0].GetProperty("text"), "value");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>Loses the answers to the first creates, and holds the second one up until the first has spoken.</summary>
    private sealed class LateHandler(HttpMessageHandler inner, int lost = 1, int from = 1, bool locksItems = true) : DelegatingHandler(inner)
    {
        private int _creates = 1 - from;
        private int _spoken;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int number = IsPost(request, "/responses") ? ++_creates : 0;
            if (number is 1 or 2)
            {
                string conversation = Text(JsonElement.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)), "conversation");
                while (number == 2 && await CountAsync(request, conversation, cancellationToken) <= _spoken)
                    await Task.Yield();
                _spoken = await CountAsync(request, conversation, cancellationToken);
            }
            if (!locksItems && _creates == 1 && IsPost(request, "/items"))
                return new HttpResponseMessage { Content = new StringContent("""{"data":[]}""") };
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (number < 1 || number > lost)
                return answer;
            answer.Dispose();
            throw new HttpRequestException("The connection was reset.");
        }

        private static bool IsPost(HttpRequestMessage request, string pathEnd) =>
            request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal);

        private async Task<int> CountAsync(HttpRequestMessage like, string conversation, CancellationToken cancellationToken)
        {
            Uri items = new(like.RequestUri!, $"conversations/{conversation}/items");
            using HttpRequestMessage request = new(HttpMethod.Get, items);
            foreach ((string name, IEnumerable<string> values) in like.Headers)
                request.Headers.TryAddWithoutValidation(name, values);
            using HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            return JsonElement.Parse(await response.Content.ReadAsStringAsync(cancellationToken)).GetProperty("data").GetArrayLength();
        }
    }
}
