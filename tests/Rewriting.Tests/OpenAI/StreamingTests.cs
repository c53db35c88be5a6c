using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.OpenAI;

public sealed class StreamingTests
{
    [Fact]
    public async Task KindThatNeverComes_GoesFromAPatternOfSeveral()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;

            class C
            {
                bool IsOver(StreamingUpdate update) =>
                    update.UpdateKind is StreamingUpdateReason.RunFailed or StreamingUpdateReason.RunExpired;

                string? Conversation(StreamingUpdate update) => update is ThreadUpdate created ? created.Value.Id : null;
            }
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("update is StreamingResponseFailedUpdate;", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains(
            "update is StreamingResponseCreatedUpdate created ? created.Response.ConversationOptions.ConversationId : null;",
            rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreadOfASwitch_IsTakenFromTheResponseThatWasCreated()
    {
        Rewrite rewrite = await SwitchAsync("""
            case ThreadUpdate created: Console.WriteLine(created.Value.Id); break;
            case MessageContentUpdate content: Console.Write(content.Text); break;
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("case StreamingResponseCreatedUpdate created: Console.WriteLine(created.Response.ConversationOptions.ConversationId);", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case ThreadUpdate created: Console.WriteLine(created.Value.Id); break; case RunUpdate run: Console.WriteLine(run.Value.Id); break;")]
    [InlineData("case RunUpdate { UpdateKind: StreamingUpdateReason.RunRequiresAction } run: Console.WriteLine(run.Value.Id); break;")]
    [InlineData("case RunUpdate { UpdateKind: StreamingUpdateReason.RunCompleted, Value: var run }: Console.WriteLine(run.Id); break;")]
    public async Task UpdateThatTwoLabelsWant_OrWithMoreToIt_IsLeft(string sections)
    {
        Rewrite rewrite = await SwitchAsync(sections);

        Assert.NotEmpty(rewrite.Left);
        Assert.Contains("using OpenAI.Assistants;", rewrite.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run.UpdateKind == StreamingUpdateReason.RunFailed", "run.Status == ResponseStatus.Failed")]
    [InlineData("run.UpdateKind != StreamingUpdateReason.RunCompleted", "run.Status != ResponseStatus.Completed")]
    [InlineData("run.UpdateKind == StreamingUpdateReason.RunRequiresAction", "run.NeedsToolOutputs()")]
    [InlineData("run.UpdateKind == StreamingUpdateReason.RunCreated", null)]
    [InlineData("run.UpdateKind is StreamingUpdateReason.RunFailed", null)]
    public async Task KindOfARun_IsTheStatusOfItsResponse(string asked, string? status)
    {
        Rewrite rewrite = await SwitchAsync($"case RunUpdate run when {asked}: Console.WriteLine(run.Value.Id); break;");

        Assert.Equal(status is null, rewrite.Left.Any());
        Assert.Contains(status is null ? asked : $"case {{ }} when update.GetResponse() is {{ }} run && ({status}):", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunOfAKind_BecomesTheClassWithItsResponse()
    {
        Rewrite rewrite = await SwitchAsync("""
            case RunUpdate { UpdateKind: StreamingUpdateReason.RunCompleted } run: Console.WriteLine(run.Value.Usage.TotalTokenCount); break;
            case RunUpdate { UpdateKind: StreamingUpdateReason.RunFailed } failed: Console.WriteLine(failed.Value.LastError.Message); break;
            case RunUpdate { UpdateKind: StreamingUpdateReason.RunQueued }: break;
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("case StreamingResponseCompletedUpdate { Response: var run }: Console.WriteLine(run.Usage.TotalTokenCount);", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("case StreamingResponseFailedUpdate { Response: var failed }: Console.WriteLine(failed.Error.Message);", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("case StreamingResponseQueuedUpdate: break;", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Updates_ByKindAndByClass_BecomeTypes()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;

            class C(AssistantClient client)
            {
                async Task Run(AssistantThread thread, Assistant assistant)
                {
                    await foreach (StreamingUpdate update in client.CreateRunStreamingAsync(thread.Id, assistant.Id))
                    {
                        if (update.UpdateKind == StreamingUpdateReason.RunCreated) Console.WriteLine("started");
                        if (update is MessageContentUpdate content) Console.Write(content.Text);
                        if (update is RunUpdate run && run.Value.LastError is not null) Console.Write(run.Value.LastError.Message);
                        switch (update.UpdateKind)
                        {
                            case StreamingUpdateReason.MessageCompleted:
                                Console.WriteLine();
                                break;
                            case StreamingUpdateReason.RunCompleted:
                            case StreamingUpdateReason.RunFailed:
                                Console.WriteLine("ended");
                                break;
                            case StreamingUpdateReason.Done:
                                Console.WriteLine("done");
                                break;
                        }
                    }
                }
            }
            """);

        string text = rewrite.Flat();
        Assert.Contains("await foreach (StreamingResponseUpdate update in client.Responses.CreateResponseStreamingAsync(assistant.ForResponse(thread.Id, streaming: true)))", text, StringComparison.Ordinal);
        Assert.Contains("if (update is StreamingResponseCreatedUpdate)", text, StringComparison.Ordinal);
        Assert.Contains("if (update is StreamingResponseOutputTextDeltaUpdate content) Console.Write(content.Delta);", text, StringComparison.Ordinal);
        Assert.Contains("if (update.GetResponse() is { } run && run.Error is not null) Console.Write(run.Error.Message);", text, StringComparison.Ordinal);
        Assert.Contains("switch (update) { case StreamingResponseOutputItemDoneUpdate { Item: MessageResponseItem }:", text, StringComparison.Ordinal);
        Assert.Contains("case StreamingResponseCompletedUpdate: case StreamingResponseFailedUpdate:", text, StringComparison.Ordinal);
        Assert.Contains("// TODO(AGM4020): v2 has no update of the kind 'Done'", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"done\"", text, StringComparison.Ordinal);
        Assert.Equal("AGM4020", Assert.Single(rewrite.Left).RuleId);
    }

    [Fact]
    public async Task Stream_OfTheAsyncOnlyPackage_WithFunctions_IsRewritten()
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            using OpenAI.Assistants;

            class C(AssistantClient client)
            {
                async Task Run(string threadId, Assistant assistant)
                {
                    var updates = await client.CreateRunStreamingAsync(threadId, assistant.Id);
                    ThreadRun? current;
                    do
                    {
                        current = null;
                        List<ToolOutput> outputs = [];
                        await foreach (StreamingUpdate update in updates)
                        {
                            if (update is RequiredActionUpdate action)
                            {
                                current = action.GetThreadRun();
                                outputs.Add(new ToolOutput(action.ToolCallId, action.FunctionName + action.FunctionArguments));
                            }
                            else if (update is RunUpdate run) current = run;
                        }

                        if (outputs.Count > 0)
                            updates = await client.SubmitToolOutputsToRunStreamingAsync(current!.ThreadId, current.Id, outputs);
                    }
                    while (current?.Status.IsTerminal == false);
                }
            }
            """, "2.15.0");

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("var updates = await client.Responses.CreateResponseStreamingAsync(assistant.ForResponse(threadId, streaming: true));", text, StringComparison.Ordinal);
        Assert.Contains("current = update.GetResponse() ?? current;", text, StringComparison.Ordinal);
        Assert.Contains("if (update is StreamingResponseOutputItemDoneUpdate { Item: FunctionCallResponseItem action })", text, StringComparison.Ordinal);
        Assert.Contains("ResponseItem.CreateFunctionCallOutputItem(action.CallId, action.FunctionName + action.FunctionArguments.ToString())", text, StringComparison.Ordinal);
        Assert.Contains("while (current?.HasEnded() == false);", text, StringComparison.Ordinal);
    }

    private static Task<Rewrite> SwitchAsync(string sections) => Rewrite.OfAsync($$"""
        using OpenAI.Assistants;

        class C
        {
            void Show(StreamingUpdate update)
            {
                switch (update)
                {
                    {{sections}}
                }
            }
        }
        """);
}
