using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>The oldest SDK: its settings are objects, its client has a key.</summary>
public sealed class AssistantsTests
{
    [Fact]
    public async Task Settings_OfAssistantAndRun_AreTakenApart()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure;
            using Azure.AI.OpenAI.Assistants;

            class C
            {
                void Run(Uri endpoint, AzureKeyCredential key)
                {
                    AssistantsClient client = new(endpoint, key);
                    OpenAIFile file = client.UploadFile("a.csv", OpenAIFilePurpose.Assistants);
                    Assistant assistant = client.CreateAssistant(new AssistantCreationOptions("gpt-4")
                    {
                        Name = "Tutor",
                        Instructions = "Help.",
                        Tools = { new CodeInterpreterToolDefinition() },
                        FileIds = { file.Id },
                    });
                    AssistantThread thread = client.CreateThread();
                    client.CreateMessage(thread.Id, MessageRole.User, "Hi");
                    ThreadRun run = client.CreateRun(thread.Id, new CreateRunOptions(assistant.Id) { AdditionalInstructions = "Be brief." });
                    while (run.Status == RunStatus.Queued) run = client.GetRun(thread.Id, run.Id);
                    PageableList<ThreadMessage> messages = client.GetMessages(thread.Id);
                    Console.WriteLine(messages.Data.Count + messages.Count);
                    client.DeleteAssistant(assistant.Id);
                }
            }
            """, "assistants");

        string text = rewrite.Flat();
        Assert.Equal("AGM1001", Assert.Single(rewrite.Left).RuleId);
        Assert.Contains("agentName: \"Tutor\", options: AgentDefinitions.Create(model: \"gpt-4\", instructions: \"Help.\", tools: [ResponseTool.CreateCodeInterpreterTool(", text, StringComparison.Ordinal);
        Assert.Contains("files: new AgentFiles { CodeInterpreter = new CodeInterpreterFiles { FileIds = { file.Id } } }", text, StringComparison.Ordinal);
        Assert.Contains("[ResponseItem.CreateDeveloperMessageItem(\"Be brief.\"), ResponseItem.CreateUserMessageItem(\"Hi\")]", text, StringComparison.Ordinal);
        Assert.Contains("client.ResponsesOf(assistant.Id, thread.Id)", text, StringComparison.Ordinal);
        Assert.Contains("Console.WriteLine(messages.Count + messages.Count);", text, StringComparison.Ordinal);
        Assert.DoesNotContain("while", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"key\"")]
    [InlineData("\"key\", new AssistantsClientOptions()")]
    public async Task ClientOfOpenAI_IsGivenAProject(string arguments)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync($$"""
            using Azure.AI.OpenAI.Assistants;

            class C
            {
                object Run() => new AssistantsClient({{arguments}}).CreateThread().Value.Id;
            }
            """, "assistants");

        Assert.Equal(
            "set FOUNDRY_PROJECT_ENDPOINT to the endpoint of a Foundry project, or write that here, and a TokenCredential: a project takes no key",
            Assert.Single(rewrite.Left.Select(site => site.Left).Distinct()));
        Assert.Contains(
            "new AgentClients(new AIProjectClient(endpoint: new Uri(Environment.GetEnvironmentVariable(\"FOUNDRY_PROJECT_ENDPOINT\")!), "
            + "tokenProvider: default(Azure.Core.TokenCredential)!)).Conversations.CreateProjectConversation().Value.Id;",
            rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClassInPlaceOfTheClient_IsLeft()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.OpenAI.Assistants;

            class Mock : AssistantsClient
            {
            }
            """, "assistants");

        Assert.All(rewrite.Sites, site => Assert.NotNull(site.Left));
        Assert.Contains("class Mock : AssistantsClient", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retrieval_SearchesAStoreMadeOfTheFiles()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.OpenAI.Assistants;

            class C(AssistantsClient client)
            {
                async Task<string> Run(OpenAIFile file)
                {
                    Assistant assistant = await client.CreateAssistantAsync(new AssistantCreationOptions("gpt-4")
                    {
                        Tools = { new RetrievalToolDefinition() },
                        FileIds = { file.Id },
                    });
                    return assistant.Id;
                }
            }
            """, "assistants");

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("tools: [ResponseTool.CreateFileSearchTool(vectorStoreIds: [(await client.CreateVectorStoreAsync(fileIds: [file.Id])).Value.Id])]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AgentFiles", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreadAndRun_MakesTheConversationFirst()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.OpenAI.Assistants;

            class C(AssistantsClient client)
            {
                string Run(Assistant assistant)
                {
                    ThreadRun run = client.CreateThreadAndRun(new CreateAndRunThreadOptions(assistant.Id)
                    {
                        Thread = new AssistantThreadCreationOptions { Messages = { new ThreadInitializationMessage(MessageRole.User, "Hi") } },
                    });
                    while (run.Status == RunStatus.Queued) run = client.GetRun(run.ThreadId, run.Id);
                    return run.ThreadId;
                }
            }
            """, "assistants");

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("client.ResponsesOf(assistant.Id, client.Conversations.CreateProjectConversation(options: new() { Items = { ResponseItem.CreateUserMessageItem(\"Hi\") } }).Value.Id)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("while", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfAMessage_AreNotDroppedInSilence()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.OpenAI.Assistants;

            class C(AssistantsClient client)
            {
                void Run(string threadId, string fileId) => client.CreateMessage(threadId, MessageRole.User, "Look.", new[] { fileId });
            }
            """, "assistants");

        Assert.Contains("a message has no files of its own", Assert.Single(rewrite.Left).Left, StringComparison.Ordinal);
    }
}
