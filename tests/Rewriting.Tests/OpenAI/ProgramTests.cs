using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.OpenAI;

/// <summary>Whole programs in the shapes of the package's own samples: everything in them is rewritten.</summary>
public sealed class ProgramTests
{
    public static TheoryData<string> Versions => [.. AgentsMigration.Analyzers.Tests.Verification.LegacyReferences.OpenAIVersions];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Conversation_AskedOnce_IsOneResponse(string version)
    {
        Rewrite rewrite = await Rewrite.OfAsync("""
            // program
            using OpenAI.Assistants;

            AssistantClient client = new("key");
            Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
            {
                Name = "Tutor", // shown to users
                Instructions = "Help.",
            });
            AssistantThread thread = await client.CreateThreadAsync();

            // What is asked.
            await client.CreateMessageAsync(thread.Id, MessageRole.User, ["What is 3x + 11 = 14?"]);
            Console.WriteLine("asked");
            ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id);

            // Wait for it.
            while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
            {
                await Task.Delay(500);
                run = await client.GetRunAsync(thread.Id, run.Id);
            }

            Console.WriteLine($"{run.Status}, {run.Usage.TotalTokenCount} tokens");
            await foreach (ThreadMessage message in client.GetMessagesAsync(thread.Id))
                Console.WriteLine($"{message.Role}: {message.Content[0].Text}");
            await client.DeleteThreadAsync(thread.Id);
            await client.DeleteAssistantAsync(assistant.Id);
            """, version);

        Assert.Empty(rewrite.Left);
        string token = version == "2.10.0" ? ", CancellationToken.None" : "";
        Assert.Equal($$"""
            // program
            using App;
            using OpenAI;
            {{(version == "2.10.0" ? "" : "using OpenAI.Conversations;\n")}}using OpenAI.Responses;

            AgentClients client = new(new OpenAIClient("key"));
            AgentDefinition assistant = new AgentDefinition
            {
                Model = "gpt-4o",
                Name = "Tutor", // shown to users
                Instructions = "Help.",
            };
            ConversationResource thread = await client.Conversations.CreateConversationAsync(new ConversationCreationOptions());

            // What is asked.
            Console.WriteLine("asked");
            ResponseResult run = await client.Responses.CreateResponseAsync(
                assistant.ForResponse(thread.Id, [ResponseItem.CreateUserMessageItem("What is 3x + 11 = 14?")]));

            // Wait for it.

            Console.WriteLine($"{run.GetStatusText()}, {run.Usage.TotalTokenCount} tokens");
            await foreach (MessageResponseItem message in client.Conversations.GetMessagesAsync(thread.Id))
                Console.WriteLine($"{message.Role}: {message.Content[0].Text}");
            await client.Conversations.DeleteConversationAsync(thread.Id{{token}});
            AgentDefinition.Delete(assistant.Id);
            """.ReplaceLineEndings("\n"), rewrite.Text());
    }
}
