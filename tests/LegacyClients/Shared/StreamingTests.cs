using System.Text;
using OpenAI.Assistants;

namespace AgentsMigration.LegacyClients;

/// <summary>The legacy client's own reading of every kind of stream.</summary>
public sealed class StreamingTests
{
    public static TheoryData<string> AllTargets => Targets.All;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task CreateRun_Text_IsTheMessageThatIsListedAfterwards(string target)
    {
        await using World world = await World.StartAsync(target, StreamingScript.Options());
        AssistantClient client = world.Client.GetAssistantClient();
        Assistant assistant = await client.CreateAssistantAsync("gpt-4o", cancellationToken: Token);
        AssistantThread thread = await client.CreateThreadAsync(new ThreadCreationOptions { InitialMessages = { "Good day" } }, cancellationToken: Token);

        List<StreamingUpdateReason> reasons = [];
        StringBuilder text = new();
        await foreach (StreamingUpdate update in await client.CreateRunStreamingAsync(thread.Id, assistant.Id, cancellationToken: Token))
        {
            reasons.Add(update.UpdateKind);
            if (update is MessageContentUpdate content)
                text.Append(content.Text);
        }

        Assert.Equal("Grüße 😀, you said: Good day", text.ToString());
        Assert.Equal(
            [
                StreamingUpdateReason.RunCreated, StreamingUpdateReason.RunQueued, StreamingUpdateReason.RunInProgress,
                StreamingUpdateReason.RunStepCreated, StreamingUpdateReason.RunStepInProgress, StreamingUpdateReason.MessageCreated,
                StreamingUpdateReason.MessageInProgress, StreamingUpdateReason.MessageUpdated, StreamingUpdateReason.MessageCompleted,
                StreamingUpdateReason.RunStepCompleted, StreamingUpdateReason.RunCompleted,
            ],
            reasons.Where((reason, i) => i == 0 || reason != reasons[i - 1]));
        Assert.Equal(text.ToString(), await LastTextAsync(client, thread.Id));
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task CreateThreadAndRun_Text_BeginsWithTheThread(string target)
    {
        await using World world = await World.StartAsync(target, StreamingScript.Options());
        AssistantClient client = world.Client.GetAssistantClient();
        Assistant assistant = await client.CreateAssistantAsync("gpt-4o", cancellationToken: Token);

        List<StreamingUpdate> updates = [];
        ThreadCreationOptions options = new() { InitialMessages = { "Good day" } };
        await foreach (StreamingUpdate update in await client.CreateThreadAndRunStreamingAsync(assistant.Id, options, cancellationToken: Token))
            updates.Add(update);

        ThreadUpdate made = Assert.IsType<ThreadUpdate>(updates[0]);
        Assert.Equal("Grüße 😀, you said: Good day", await LastTextAsync(client, made.Id));
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task SubmitToolOutputs_LoopOfTheOfficialExample_AnswersEveryCall(string target)
    {
        await using World world = await World.StartAsync(target, StreamingScript.Options());
        AssistantClient client = world.Client.GetAssistantClient();
        (string threadId, string assistantId) = await StartAsync(client, "the weather", StreamingScript.GetWeather);

        StringBuilder text = new();
        int rounds = 0;
        ThreadRun? run = null;
        List<ToolOutput> outputs = [];
        var updates = await client.CreateRunStreamingAsync(threadId, assistantId, cancellationToken: Token);
        do
        {
            run = null;
            outputs = [];
            rounds++;
            await foreach (StreamingUpdate update in updates)
            {
                if (update is RunUpdate { UpdateKind: not StreamingUpdateReason.RunRequiresAction } runUpdate)
                    run = runUpdate;
                if (update is RequiredActionUpdate action)
                {
                    outputs.Add(new ToolOutput(action.ToolCallId, "sun in " + Place(action.FunctionArguments)));
                    run = action.GetThreadRun();
                }
                if (update is MessageContentUpdate content)
                    text.Append(content.Text);
            }
            if (outputs.Count > 0)
                updates = await client.SubmitToolOutputsToRunStreamingAsync(run!.ThreadId, run.Id, outputs, cancellationToken: Token);
        }
        while (run?.Status.IsTerminal == false);

        Assert.Equal((3, RunStatus.Completed), (rounds, run!.Status));
        Assert.Contains("sun in Zürich", text.ToString());
        Assert.Contains("sun in Chur", text.ToString());
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task SubmitToolOutputs_FromInsideTheStream_GoesOnInside(string target)
    {
        await using World world = await World.StartAsync(target, StreamingScript.Options());
        AssistantClient client = world.Client.GetAssistantClient();
        (string threadId, string assistantId) = await StartAsync(client, "the weather", StreamingScript.GetWeather);

        StringBuilder text = new();
        await ReadAsync(await client.CreateRunStreamingAsync(threadId, assistantId, cancellationToken: Token));

        Assert.Contains("All in all: sun", text.ToString());
        Assert.EndsWith(await LastTextAsync(client, threadId), text.ToString());

        async Task ReadAsync(IAsyncEnumerable<StreamingUpdate> updates)
        {
            List<ToolOutput> outputs = [];
            await foreach (StreamingUpdate update in updates)
            {
                if (update is MessageContentUpdate content)
                    text.Append(content.Text);
                if (update is not RequiredActionUpdate action)
                    continue;
                outputs.Add(new ToolOutput(action.ToolCallId, "sun in " + Place(action.FunctionArguments)));
                ThreadRun run = action.GetThreadRun();
                if (outputs.Count == run.RequiredActions.Count)
                    await ReadAsync(await client.SubmitToolOutputsToRunStreamingAsync(run.ThreadId, run.Id, outputs, cancellationToken: Token));
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task CreateRun_CodeInterpreter_ShowsCodeLogsImageAndLink(string target)
    {
        await using World world = await World.StartAsync(target, StreamingScript.Options());
        AssistantClient client = world.Client.GetAssistantClient();
        (string threadId, string assistantId) = await StartAsync(client, "draw", ToolDefinition.CreateCodeInterpreter());

        StringBuilder code = new();
        List<string> logs = [];
        List<string> images = [];
        List<TextAnnotationUpdate> links = [];
        await foreach (StreamingUpdate update in await client.CreateRunStreamingAsync(threadId, assistantId, cancellationToken: Token))
        {
            if (update is RunStepDetailsUpdate details)
            {
                code.Append(details.CodeInterpreterInput);
                logs.AddRange(details.CodeInterpreterOutputs.Select(output => output.Logs).OfType<string>());
            }
            if (update is MessageContentUpdate { ImageFileId: { } image })
                images.Add(image);
            if (update is MessageContentUpdate { TextAnnotation: { } annotation })
                links.Add(annotation);
        }

        Assert.EndsWith("print('drawn')", code.ToString());
        Assert.Contains(logs, log => log.Contains("drawn", StringComparison.Ordinal));
        string imageId = Assert.Single(images);
        Assert.NotEmpty((await world.Client.GetOpenAIFileClient().DownloadFileAsync(imageId, cancellationToken: Token)).Value.ToArray());
        TextAnnotationUpdate link = Assert.Single(links);
        Assert.Equal("a,b", (await world.Client.GetOpenAIFileClient().DownloadFileAsync(link.OutputFileId, cancellationToken: Token)).Value.ToString());
        await foreach (RunStep step in client.GetRunStepsAsync(threadId, (await LastRunAsync(client, threadId)).Id, cancellationToken: Token))
            Assert.Equal(RunStepStatus.Completed, step.Status);
    }

    [Fact]
    public async Task CreateRun_ThatFails_EndsWithTheFailedRun()
    {
        await using World world = await World.StartAsync(Targets.OpenAI, StreamingScript.Options());
        AssistantClient client = world.Client.GetAssistantClient();
        (string threadId, string assistantId) = await StartAsync(client, "fail");

        RunUpdate? last = null;
        await foreach (StreamingUpdate update in await client.CreateRunStreamingAsync(threadId, assistantId, cancellationToken: Token))
            last = update as RunUpdate ?? last;

        Assert.Equal(StreamingUpdateReason.RunFailed, last!.UpdateKind);
        Assert.Equal("Out of order.", last.Value.LastError.Message);
    }

#if !ASYNC_STREAMS_ONLY
    [Theory]
    [MemberData(nameof(AllTargets))]
    public async Task CreateRun_Synchronously_StreamsTheWholeLoop(string target)
    {
        await using World world = await World.StartAsync(target, StreamingScript.Options());
        AssistantClient client = world.Client.GetAssistantClient();
        (string threadId, string assistantId) = await StartAsync(client, "the weather", StreamingScript.GetWeather);

        StringBuilder text = new();
        var updates = client.CreateRunStreaming(threadId, assistantId, cancellationToken: Token);
        while (true)
        {
            List<ToolOutput> outputs = [];
            ThreadRun? run = null;
            foreach (StreamingUpdate update in updates)
            {
                if (update is MessageContentUpdate content)
                    text.Append(content.Text);
                if (update is not RequiredActionUpdate action)
                    continue;
                run = action.GetThreadRun();
                outputs.Add(new ToolOutput(action.ToolCallId, "sun in " + Place(action.FunctionArguments)));
            }
            if (run is null)
                break;
            updates = client.SubmitToolOutputsToRunStreaming(run.ThreadId, run.Id, outputs, cancellationToken: Token);
        }

        Assert.EndsWith(await LastTextAsync(client, threadId), text.ToString());
        Assert.Contains("sun in Chur", text.ToString());
    }
#endif

    private static async Task<(string Thread, string Assistant)> StartAsync(AssistantClient client, string message, params ToolDefinition[] tools)
    {
        AssistantCreationOptions options = new();
        foreach (ToolDefinition tool in tools)
            options.Tools.Add(tool);
        Assistant assistant = await client.CreateAssistantAsync("gpt-4o", options, cancellationToken: Token);
        AssistantThread thread = await client.CreateThreadAsync(new ThreadCreationOptions { InitialMessages = { message } }, cancellationToken: Token);
        return (thread.Id, assistant.Id);
    }

    private static async Task<string> LastTextAsync(AssistantClient client, string threadId)
    {
        await foreach (ThreadMessage message in client.GetMessagesAsync(threadId, cancellationToken: Token))
            return message.Content[0].Text;
        return "";
    }

    private static async Task<ThreadRun> LastRunAsync(AssistantClient client, string threadId)
    {
        await foreach (ThreadRun run in client.GetRunsAsync(threadId, cancellationToken: Token))
            return run;
        throw new InvalidOperationException("No run.");
    }

    private static string Place(string arguments) =>
        System.Text.Json.JsonElement.Parse(arguments).GetProperty("place").GetString()!;
}
