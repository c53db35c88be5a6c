using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>Calls as the samples of Azure.AI.Agents.Persistent write them: parameter names, shells and lists as the package has them.</summary>
public sealed class RealSignatureTests
{
    public static TheoryData<string> Generations => [.. FoundryReferences.Generations];

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task Deletions_AnswerWithABool(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure;
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                async Task Run(PersistentAgent agent, string threadId, string storeId, string fileId)
                {
                    Response<bool> gone = await client.Administration.DeleteAgentAsync(agentId: agent.Id);
                    if (gone.Value && (await client.Threads.DeleteThreadAsync(threadId: threadId)).Value) Console.WriteLine("gone");
                    bool store = client.VectorStores.DeleteVectorStore(storeId);
                    if (store && client.Files.DeleteFile(fileId)) Console.WriteLine("all gone");
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.DoesNotContain("using Azure;", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("ClientResult<bool> gone = await client.DeleteAgentAsync(agent.Id);", text, StringComparison.Ordinal);
        Assert.Contains("(await client.DeleteConversationAsync(threadId)).Value", text, StringComparison.Ordinal);
        Assert.Contains("bool store = client.DeleteVectorStore(storeId);", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task RunInItsShell_ThatAnswersFunctions_BecomesALoopOverAnswers(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure;
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                async Task Run(PersistentAgent agent, string threadId)
                {
                    Response<ThreadRun> run = await client.Runs.CreateRunAsync(threadId, agent.Id);
                    do
                    {
                        await Task.Delay(500);
                        run = await client.Runs.GetRunAsync(threadId, run.Value.Id);
                        if (run.Value.Status == RunStatus.RequiresAction && run.Value.RequiredAction is SubmitToolOutputsAction action)
                        {
                            List<ToolOutput> outputs = [];
                            foreach (RequiredToolCall call in action.ToolCalls) outputs.Add(new ToolOutput(call, "70f"));
                            run = await client.Runs.SubmitToolOutputsToRunAsync(run.Value, outputs);
                        }
                    }
                    while (run.Value.Status == RunStatus.Queued || run.Value.Status == RunStatus.InProgress);
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("while (run.Value.NeedsToolOutputs()) {", text, StringComparison.Ordinal);
        Assert.DoesNotContain("background", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConditionOfStatusAndAction_InALoopThatDoesMore_IsAskedOnce()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(PersistentAgent agent, string threadId)
                {
                    ThreadRun run = client.Runs.CreateRun(threadId, agent.Id);
                    do
                    {
                        Console.Write(".");
                        run = client.Runs.GetRun(threadId, run.Id);
                        if (run.Status == RunStatus.RequiresAction && run.RequiredAction is SubmitToolOutputsAction action)
                            Console.WriteLine(action.ToolCalls.Count);
                    }
                    while (run.Status == RunStatus.Queued);
                }
            }
            """, "2.0");

        Assert.Contains("if (run.NeedsToolOutputs()) Console", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task Steps_AreItemsByTheirClass(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                async Task Run(ThreadRun run)
                {
                    await foreach (RunStep step in client.Runs.GetRunStepsAsync(run, order: ListSortOrder.Ascending))
                    {
                        if (step.Status != RunStepStatus.Completed || step.Type == RunStepType.MessageCreation) continue;
                        switch (step.StepDetails)
                        {
                            case RunStepMessageCreationDetails creation:
                                Console.WriteLine(creation.MessageCreation.MessageId);
                                break;
                            case RunStepToolCallDetails calls:
                                foreach (RunStepToolCall call in calls.ToolCalls)
                                    if (call is RunStepCodeInterpreterToolCall code) Console.WriteLine(code.Input + code.Outputs.Count + call.Type);
                                break;
                        }
                    }
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("client.GetStepsAsync(run.Id, ascending: true)", text, StringComparison.Ordinal);
        Assert.Contains("step.GetStatusText() != \"completed\" || step.GetStepKind() == AgentStepKind.CreatedMessage", text, StringComparison.Ordinal);
        Assert.Contains("case ResponseItem calls and not MessageResponseItem:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoteAtCodeThatNoRuleFinds_IsCountedAsLeft()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                string Run(RunStep step) => step.ThreadId;
            }
            """, "2.0");

        Assert.Contains("// TODO(", rewrite.Text(), StringComparison.Ordinal);
        Assert.NotEmpty(rewrite.Left);
    }

    [Fact]
    public async Task WhatHasNoPlace_GoesWithTheVariablesMadeForIt_AndIsNoted()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(string threadId, string fileId)
                {
                    List<ToolDefinition> tools = [new CodeInterpreterToolDefinition()];
                    MessageAttachment attachment = new(fileId, tools);
                    client.Messages.CreateMessage(threadId, MessageRole.User, "Look.", attachments: [attachment]);
                    VectorStoreExpirationPolicy week = new(VectorStoreExpirationPolicyAnchor.LastActiveAt, 7);
                    client.VectorStores.CreateVectorStore(name: "a", expiresAfter: week);
                }
            }
            """, "2.0");

        string text = rewrite.Text();
        Assert.DoesNotContain("MessageAttachment", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ExpirationPolicy", text, StringComparison.Ordinal);
        Assert.Contains("TODO(AGM3011): a message has no files of its own, give them to the tools of the agent: [attachment]", text, StringComparison.Ordinal);
        Assert.Contains("give 'VectorStoreCreationOptions' what 'expiresAfter' said: week", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommentsWithinACall_StandAboveIt_AndAMaybeMissingAddressIsSaidToBeThere()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;
            using Azure.Core;

            class C
            {
                void Run(string? endpoint, TokenCredential credential)
                {
                    PersistentAgentsClient client = new(endpoint, credential);
                    client.Administration.CreateAgent(
                        // The cheap one.
                        model: "gpt-4o-mini",
                        name: "a");
                }
            }
            """, "2.0");

        string text = rewrite.Flat();
        Assert.Contains("// The cheap one. client.Agents.CreateAgentVersion(", text, StringComparison.Ordinal);
        Assert.Contains("new Uri(endpoint!)", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task MarksOfCitations_AreTakenFromTheText(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                string Run(MessageTextContent content)
                {
                    string text = content.Text;
                    foreach (MessageTextAnnotation annotation in content.Annotations)
                        if (annotation is MessageTextUriCitationAnnotation uri) text = text.Replace(uri.Text, uri.UriCitation.Title);
                    return text;
                }
            }
            """, generation);

        Assert.Empty(rewrite.Left);
        Assert.Contains("text.Replace(uri.GetText(content), uri.Title)", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherSdk_IsLeftWhole_AndToldWhatTakesIt()
    {
        const string Source = """
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                string Run() => client.Threads.CreateThread().Value.Id;
            }
            """;

        Rewrite rewrite = await Rewrite.ToOpenAIAsync(Source, "2.0");

        Assert.Equal(Source.ReplaceLineEndings("\n"), rewrite.Text());
        Assert.NotEmpty(rewrite.Sites);
        Assert.All(rewrite.Sites, site =>
            Assert.Equal("this SDK is not rewritten to OpenAI: adopt the adapter, or choose the target Foundry", site.Left));
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task ActionThatIsCast_AndContentInASwitchExpression_AreAskedOfTheResponse(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                int Calls(ThreadRun run)
                {
                    SubmitToolOutputsAction? action = run.RequiredAction as SubmitToolOutputsAction;
                    if (action is null) return 0;
                    foreach (var call in ((SubmitToolOutputsAction)run.RequiredAction).ToolCalls.OfType<RequiredFunctionToolCall>()) Console.WriteLine(call.Name);
                    return action.ToolCalls.Count;
                }

                string Text(MessageContent content) => content switch
                {
                    MessageTextContent text => text.Text,
                    MessageImageFileContent image => image.FileId,
                    _ => "",
                };
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("ResponseResult? action = run.NeedsToolOutputs() ? run : null;", text, StringComparison.Ordinal);
        Assert.Contains("in run.OutputItems.OfType<FunctionCallResponseItem>())", text, StringComparison.Ordinal);
        Assert.Contains("{ Text: { Length: > 0 } } text => text.Text, { } when content.GetImageFileId() is { } image => image,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessagesOfARun_AreThoseOfItsResponse()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                int Count(ThreadRun run) => client.Messages.GetMessages(run.ThreadId, runId: run.Id, order: ListSortOrder.Ascending).Count();
            }
            """, "2.0");

        Assert.Empty(rewrite.Left);
        Assert.Contains("client.Responses.GetMessagesOf(run.Id, ascending: true).Count()", rewrite.Flat(), StringComparison.Ordinal);
    }
}
