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

    [Fact]
    public async Task ClientOfOpenAI_IsLeftForTheOtherTarget()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.OpenAI.Assistants;

            class C
            {
                object Run() => new AssistantsClient("key").CreateThread().Value.Id;
            }
            """, "assistants");

        Assert.All(rewrite.Sites, site => Assert.NotNull(site.Left));
        Assert.Contains("// TODO(AGM1001): a client of OpenAI rather than Azure goes to the other target", rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("using Azure.AI.OpenAI.Assistants;", rewrite.Text(), StringComparison.Ordinal);
    }
}
