using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>Azure.AI.Agents.Persistent on a Foundry project: the same code compiles against both generations of the successor.</summary>
public sealed class PersistentTests
{
    public static TheoryData<string> Generations => [.. FoundryReferences.Generations];

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task Conversation_AskedOnce_IsOneResponseOfAnAgentVersion(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;
            using Azure.Core;

            class C
            {
                async Task Run(string endpoint, TokenCredential credential)
                {
                    PersistentAgentsClient client = new(endpoint, credential);
                    PersistentAgent agent = await client.Administration.CreateAgentAsync(
                        model: "gpt-4o",
                        name: "Math Tutor!",
                        instructions: "Help.",
                        tools: [new CodeInterpreterToolDefinition()]);

                    // Ask.
                    PersistentAgentThread thread = await client.Threads.CreateThreadAsync();
                    await client.Messages.CreateMessageAsync(thread.Id, MessageRole.User, "What is 2 + 2?");
                    Response<ThreadRun> answer = await client.Runs.CreateRunAsync(thread, agent);
                    ThreadRun run = answer.Value;
                    do
                    {
                        await Task.Delay(500);
                        run = await client.Runs.GetRunAsync(thread.Id, run.Id);
                    }
                    while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress);

                    await foreach (PersistentThreadMessage message in client.Messages.GetMessagesAsync(thread.Id, order: ListSortOrder.Ascending))
                    {
                        foreach (MessageContent content in message.ContentItems)
                        {
                            if (content is MessageTextContent text) Console.WriteLine($"{message.Role}: {text.Text}");
                            else if (content is MessageImageFileContent image) File.WriteAllBytes("a.png", client.Files.GetFileContent(image.FileId).Value.ToArray());
                        }
                    }

                    await client.Threads.DeleteThreadAsync(thread.Id);
                    await client.Administration.DeleteAgentAsync(agent.Id);
                }
            }
            """.Replace("using Azure.Core;", "using Azure;\nusing Azure.Core;", StringComparison.Ordinal), generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.DoesNotContain("Persistent", text, StringComparison.Ordinal);
        Assert.Contains("AgentClients client = new(new AIProjectClient(endpoint: new Uri(endpoint), tokenProvider: credential));", text, StringComparison.Ordinal);
        Assert.Contains("agentName: \"Math-Tutor\"", text, StringComparison.Ordinal);
        Assert.Contains("// Ask. var thread = (await client.Conversations.CreateProjectConversationAsync()).Value;", text, StringComparison.Ordinal);
        Assert.Contains("client.ResponsesOf(agent.Id, thread.Id)", text, StringComparison.Ordinal);
        Assert.Contains("ResponseItem.CreateUserMessageItem(\"What is 2 + 2?\")", text, StringComparison.Ordinal);
        Assert.Contains("if (content is { Text: { Length: > 0 } } text)", text, StringComparison.Ordinal);
        Assert.Contains("else if (content.GetImageFileId() is { } image) File.WriteAllBytes(\"a.png\", client.DownloadFile(image).Value.ToArray());", text, StringComparison.Ordinal);
        Assert.Contains("await client.DeleteAgentAsync(agent.Id);", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task RequiredAction_IsAskedOfTheResponse(string generation)
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
                        Thread.Sleep(500);
                        run = client.Runs.GetRun(threadId, run.Id);
                        if (run.Status == RunStatus.RequiresAction && run.RequiredAction is SubmitToolOutputsAction action)
                        {
                            List<ToolOutput> outputs = [];
                            foreach (RequiredToolCall call in action.ToolCalls)
                                if (call is RequiredFunctionToolCall function) outputs.Add(new ToolOutput(call, function.Name + function.Arguments));
                            run = client.Runs.SubmitToolOutputsToRun(run, outputs);
                        }
                    }
                    while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.RequiresAction);
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("while (run.NeedsToolOutputs()) {", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sleep", text, StringComparison.Ordinal);
        Assert.Contains("foreach (FunctionCallResponseItem call in run.OutputItems.OfType<FunctionCallResponseItem>())", text, StringComparison.Ordinal);
        Assert.Contains("client.ResponsesOf(agent.Id, run.ConversationOptions.ConversationId)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedRequest_IsCaughtUnderItsNewName_AndLostOptionsAreNoted()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure;
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(PersistentAgent agent, string threadId)
                {
                    try
                    {
                        client.Runs.CreateRun(threadId, agent.Id, additionalInstructions: "Be brief.", temperature: 0.1f);
                    }
                    catch (RequestFailedException e) when (e.Status == 404)
                    {
                        Console.WriteLine(e.Message);
                    }
                }
            }
            """, "2.0");

        string text = rewrite.Flat();
        Assert.Contains("catch (ClientResultException e) when (e.Status == 404)", text, StringComparison.Ordinal);
        Assert.Contains("ResponseItem.CreateDeveloperMessageItem(\"Be brief.\")", text, StringComparison.Ordinal);
        Assert.Contains("TODO(AGM4001): an agent version takes no 'temperature' of a single response", text, StringComparison.Ordinal);
        Assert.Single(rewrite.Left);
    }

    [Fact]
    public async Task WithoutTheNewPackage_NothingIsChanged()
    {
        const string Source = """
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                string Run() => client.Threads.CreateThread().Value.Id;
            }
            """;

        Rewrite rewrite = await Rewrite.ToFoundryAsync(Source, generation: "none");

        Assert.Equal(Source.ReplaceLineEndings("\n"), rewrite.Text());
        Assert.All(rewrite.Sites, site => Assert.StartsWith("reference version 2.0 or later of Azure.AI.Projects", site.Left, StringComparison.Ordinal));
    }
}
