using System.Text.Json;
using AgentsMigration.Streaming.Tests.Support;

namespace AgentsMigration.Streaming.Tests.Runs;

public sealed class InterruptionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CutEnd.Break)]
    [InlineData(CutEnd.End)]
    public async Task Upstream_DropsAgainAndAgain_IsResumedWithoutARepeatedDelta(CutEnd end)
    {
        TappedHandler? tapped = null;
        await using StreamWorld world = await StreamWorld.StartAsync(
            configure: options => options.Transport = tapped = new TappedHandler(options.Transport!));
        string assistant = await world.Client.CreateAssistantAsync();
        int resumed = 0;
        tapped!.Tap = (request, stream) =>
        {
            bool first = request.Method == HttpMethod.Post;
            resumed += first ? 0 : 1;
            return new CutStream(stream, first ? 2_500 : 500 + (resumed * resumed * 100), end);
        };
        string thread = await world.Client.CreateThreadAsync("Grüße 😀 a long story about ups and downs and ups again, told in many words of little weight");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, assistant);

        Assert.True(resumed >= 5, $"{resumed}");
        Assert.Equal("thread.run.completed", events[^2].Name);
        await Agreement.AssertAsync(world.Client, events);
    }

    [Fact]
    public async Task Upstream_DropsAfterAPollerSawTheEnd_TellsTheRestAllTheSame()
    {
        TappedHandler? tapped = null;
        await using StreamWorld world = await StreamWorld.StartAsync(
            configure: options => options.Transport = tapped = new TappedHandler(options.Transport!));
        CutStream? upstream = null;
        tapped!.Tap = (request, stream) => request.Method == HttpMethod.Post ? upstream = new CutStream(stream, 3_500, CutEnd.Wait) : stream;
        string thread = await world.Client.CreateThreadAsync("a long story about ups and downs and ups again, told in many words of little weight");
        await using OpenStream stream = await OpenStream.StartAsync(world.Client, thread, await world.Client.CreateAssistantAsync());
        LegacyEvent created = await stream.ReadUntilAsync("thread.run.created");
        JsonElement polled = await world.Client.PollAsync(thread, created.Text("id"));

        upstream!.End();
        await stream.ReadToEndAsync();

        Assert.Equal("completed", polled.GetProperty("status").GetString());
        Assert.Equal("thread.run.completed", stream.Seen[^2].Name);
        await Agreement.AssertAsync(world.Client, stream.Seen);
    }

    [Fact]
    public async Task Thread_DeletedWhileItsRunStreams_EndsTheStream()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("take long");
        await using OpenStream stream = await OpenStream.StartAsync(world.Client, thread, await world.Client.CreateAssistantAsync());
        await stream.ReadUntilAsync("thread.message.completed");

        await world.Client.SendAsync("DELETE", $"threads/{thread}");
        IReadOnlyList<LegacyEvent> rest = await stream.ReadToEndAsync();

        Assert.Equal(["thread.run.cancelled", "done"], rest.TakeLast(2).Select(e => e.Name));
    }

    [Fact]
    public async Task Upstream_DropsAndCannotBeResumed_RunFailsWithAnErrorEvent()
    {
        TappedHandler? tapped = null;
        await using StreamWorld world = await StreamWorld.StartAsync(
            configure: options => options.Transport = tapped = new TappedHandler(options.Transport!));
        string assistant = await world.Client.CreateAssistantAsync();
        string thread = await world.Client.CreateThreadAsync("take long");
        tapped!.Tap = (_, stream) => new CutStream(stream, 3_000, CutEnd.Break);
        tapped.Answer = request => request.RequestUri!.Query.Contains("stream=true", StringComparison.Ordinal)
            ? StubService.Error(400, "Streaming is only supported for some.")
            : null;

        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, assistant);

        Assert.Equal(["thread.run.failed", "error", "done"], events.TakeLast(3).Select(e => e.Name));
        Assert.Equal(("server_error", "server_error"), (events[^2].Text("code"), events[^3].Text("last_error", "code")));
        await Agreement.AssertAsync(world.Client, events);
        Assert.Contains(world.V2.Calls, call => call.Path.EndsWith("/cancel", StringComparison.Ordinal));
        tapped.Tap = (_, stream) => stream;
        await world.Client.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"still usable"}""");
    }

    [Fact]
    public async Task Cancel_FromAnotherConnection_EndsTheStreamAsCancelled()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("take long");
        await using OpenStream stream = await OpenStream.StartAsync(world.Client, thread, await world.Client.CreateAssistantAsync());
        LegacyEvent completed = await stream.ReadUntilAsync("thread.message.completed");

        await world.Client.SendAsync("POST", $"threads/{thread}/runs/{completed.Text("run_id")}/cancel");
        IReadOnlyList<LegacyEvent> rest = await stream.ReadToEndAsync();

        Assert.Equal(["thread.run.cancelling", "thread.run.step.completed", "thread.run.cancelled", "done"], rest.Select(e => e.Name));
        Assert.Equal("cancelled", (await world.Client.GetAsync($"threads/{thread}/runs/{completed.Text("run_id")}")).GetProperty("status").GetString());
        await world.Client.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"still usable"}""");
    }

    [Fact]
    public async Task Cancel_WhileAMessageIsWritten_LeavesItIncomplete()
    {
        CutStream? upstream = null;
        byte[] wire = StubService.Encode([.. Made.Beginning, Made.Delta(4, "Half a ")]);
        using StubWorld world = new(new StubService(
            () => upstream = new CutStream(new MemoryStream(wire), wire.Length, CutEnd.Wait), Made.ResponseOf("in_progress")));
        await using OpenStream stream = await OpenStream.StartAsync(world.Client, StubWorld.Thread, await world.CreateAssistantAsync());
        LegacyEvent delta = await stream.ReadUntilAsync("thread.message.delta");
        string run = stream.Seen[0].Text("id");
        world.Service.Cancelled = () =>
        {
            world.Service.Response = Made.ResponseOf("cancelled");
            upstream!.End();
        };

        await world.Client.SendAsync("POST", $"threads/{StubWorld.Thread}/runs/{run}/cancel");
        IReadOnlyList<LegacyEvent> rest = await stream.ReadToEndAsync();

        Assert.Equal(
            ["thread.run.cancelling", "thread.message.incomplete", "thread.run.step.cancelled", "thread.run.cancelled", "done"],
            rest.Select(e => e.Name));
        Assert.Equal((delta.Text("id"), "run_cancelled"), (rest[1].Text("id"), rest[1].Text("incomplete_details", "reason")));
        await Agreement.AssertStepsAsync(world.Client, stream.Seen);
    }

    [Fact]
    public async Task Run_PastItsTime_StreamEndsAsExpired()
    {
        CutStream? upstream = null;
        byte[] wire = StubService.Encode([.. Made.Beginning, Made.Delta(4, "Half a ")]);
        using StubWorld world = new(new StubService(
            () => upstream = new CutStream(new MemoryStream(wire), wire.Length, CutEnd.Wait), Made.ResponseOf("in_progress")));
        await using OpenStream stream = await OpenStream.StartAsync(world.Client, StubWorld.Thread, await world.CreateAssistantAsync());
        await stream.ReadUntilAsync("thread.message.delta");
        await upstream!.Reached.Task.WaitAsync(Token);

        world.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        IReadOnlyList<LegacyEvent> rest = await stream.ReadToEndAsync();

        Assert.Equal(["thread.message.incomplete", "thread.run.step.expired", "thread.run.expired", "done"], rest.Select(e => e.Name));
        Assert.Equal((await world.Client.GetAsync($"threads/{StubWorld.Thread}/runs/{rest[2].Text("id")}")).GetRawText(), rest[2].Data);
        Assert.Contains(world.Service.Calls, call => call.EndsWith("/cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Client_GoesAway_RunEndsWithItsFilesCopiedAndItsThreadFree()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("print 7");
        OpenStream stream = await OpenStream.StartAsync(world.Client, thread, await world.Client.CreateAssistantAsync(Scripts.CodeInterpreter));
        await stream.ReadUntilAsync("thread.run.created");
        await stream.DisposeAsync();

        // Nobody polls: what is copied, the stream's own follower has copied.
        while (!world.V2.Calls.Any(call => call.Path.Contains("/containers/", StringComparison.Ordinal) && call.Path.EndsWith("/content", StringComparison.Ordinal)))
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
        JsonElement run = await world.Client.PollAsync(thread, stream.Seen[0].Text("id"));
        Assert.Equal("completed", run.GetProperty("status").GetString());
        JsonElement file = Assert.Single((await world.Client.GetAsync("files?purpose=assistants_output")).GetProperty("data").EnumerateArray());
        Assert.Equal("7"u8.ToArray(), await world.Client.ReadAsync($"files/{file.GetProperty("id").GetString()}/content"));
        await world.Client.SendAsync("POST", $"threads/{thread}/messages", """{"role":"user","content":"free"}""");
    }

    [Fact]
    public async Task Poll_WhileItStreams_SeesTheSameRun()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("print 7");
        await using OpenStream stream = await OpenStream.StartAsync(world.Client, thread, await world.Client.CreateAssistantAsync(Scripts.CodeInterpreter));
        LegacyEvent created = await stream.ReadUntilAsync("thread.run.created");

        Task<JsonElement>[] polls = [.. Enumerable.Range(0, 4).Select(_ => world.Client.PollAsync(thread, created.Text("id")))];
        await stream.ReadToEndAsync();
        await Task.WhenAll(polls);

        await Agreement.AssertAsync(world.Client, stream.Seen);
        Assert.Equal(2, (await world.Client.GetAsync($"threads/{thread}/messages")).GetProperty("data").GetArrayLength());
        Assert.Single((await world.Client.GetAsync("files?purpose=assistants_output")).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Dispose_WhileItStreams_EndsTheStreamAndNotTheRun()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("take long");
        await using OpenStream stream = await OpenStream.StartAsync(world.Client, thread, await world.Client.CreateAssistantAsync());
        await stream.ReadUntilAsync("thread.message.completed");

        world.Adapter.Dispose();

        await Assert.ThrowsAsync<IOException>(stream.ReadToEndAsync);
        Assert.DoesNotContain(world.V2.Calls, call => call.Path.EndsWith("/cancel", StringComparison.Ordinal));
    }
}
