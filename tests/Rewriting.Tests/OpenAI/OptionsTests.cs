using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.OpenAI;

/// <summary>Options that are made in a statement of their own, and how the calls look that take them over.</summary>
public sealed class OptionsTests
{
    [Fact]
    public async Task ChangesOfAnAssistant_InAVariable_BecomeALambda()
    {
        Rewrite rewrite = await MethodAsync("""
            Console.WriteLine();

            AssistantModificationOptions changes = new() { Name = "n", DefaultTools = { new CodeInterpreterToolDefinition() } };
            assistant = client.ModifyAssistant(assistant.Id, changes);
            assistant = client.ModifyAssistant(assistant.Id, new AssistantModificationOptions { Instructions = "i" });
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("""
                    Console.WriteLine();

                    assistant = assistant.With(agent =>
                    {
                        agent.Name = "n";
                        agent.Tools = new List<ResponseTool>
                        {
                            ResponseTool.CreateCodeInterpreterTool(
            """.ReplaceLineEndings("\n"), rewrite.Text(), StringComparison.Ordinal);
        Assert.Contains("assistant = assistant.With(agent => agent.Instructions = \"i\");", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListOfAssistants_WithOptions_KeepsTheOrder()
    {
        Rewrite rewrite = await MethodAsync("""
            var options = new AssistantCollectionOptions { Order = AssistantCollectionOrder.Ascending, PageSizeLimit = 5, AfterId = t };
            foreach (Assistant listed in client.GetAssistants(options)) Console.WriteLine(listed.Name);
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("foreach (AgentDefinition listed in AgentDefinition.List(ascending: true, after: t))", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new MessageCollectionOrder(\"asc\")", "client.Conversations.GetMessages(t, ascending: true)")]
    [InlineData("\"desc\"", "client.Conversations.GetMessages(t)")]
    [InlineData("new(word)", null)]
    public async Task OrderInTheWordOfTheWire_IsRead(string order, string? call)
    {
        Rewrite rewrite = await MethodAsync($$"""
            string word = "asc";
            foreach (ThreadMessage m in client.GetMessages(t, new MessageCollectionOptions { Order = {{order}} })) Console.WriteLine(m.Id + word);
            """);

        Assert.Equal(call is null, rewrite.Left.Any());
        Assert.Contains(call ?? "client.GetMessages(t, new MessageCollectionOptions", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreOfResourcesThatStayApart_IsMadeThere()
    {
        Rewrite rewrite = await MethodAsync("""
            AssistantCreationOptions options = new() { Tools = { new FileSearchToolDefinition() } };
            options.ToolResources = new() { FileSearch = new() { NewVectorStores = { new VectorStoreCreationHelper(["f"]) } } };
            client.CreateAssistant("gpt-4o", options);
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("options.Files = new() { FileSearch = new() { VectorStoreIds = { client.CreateVectorStore([\"f\"]) } } };", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfAMessageThatIsUsed_GoToTheRunAfterIt()
    {
        Rewrite rewrite = await MethodAsync("""
            MessageCreationOptions options = new() { Attachments = { new MessageCreationAttachment("f", [new CodeInterpreterToolDefinition()]) } };
            ThreadMessage message = client.CreateMessage(t, MessageRole.User, ["read"], options);
            ThreadRun run = client.CreateRun(t, assistant.Id);
            Console.WriteLine(message.Id);
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("assistant.WithFiles([\"f\"]).ForResponse(t, background: true)", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "MessageCreationOptions options = new() { Metadata = { [\"a\"] = \"b\" } };\nclient.CreateMessage(t, MessageRole.User, [\"read\"], options);",
        "a message has neither attachments nor metadata of its own")]
    [InlineData(
        "RunCreationOptions options = new() { MaxInputTokenCount = 500 };\nclient.CreateRun(t, assistant.Id, options);",
        "a response has no limit for its input")]
    public async Task LostOption_InAVariable_IsNotedAtTheCall(string body, string reason)
    {
        Rewrite rewrite = await MethodAsync(body);

        Assert.NotEmpty(rewrite.Left);
        Assert.All(rewrite.Left, site => Assert.StartsWith(reason, site.Left, StringComparison.Ordinal));
        Assert.Contains($"): {reason}", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CitedText_OfAnAnnotationFromAnywhere_IsFound()
    {
        Rewrite rewrite = await MethodAsync("""
            foreach (var annotation in client.GetMessages(t).SelectMany(m => m.Content).SelectMany(c => c.TextAnnotations))
                Console.WriteLine(annotation.TextToReplace);
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("Console.WriteLine(annotation.GetText());", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongLines_BreakAtTheOutermostListThatHelps()
    {
        Rewrite rewrite = await MethodAsync("""
            AsyncCollectionResult<StreamingUpdate> theUpdatesOfTheRun = client.CreateRunStreamingAsync(t, assistant.Id, new RunCreationOptions { AdditionalInstructions = "Speak." });
            Assistant all = client.CreateAssistant("m", new AssistantCreationOptions { Tools = { new FileSearchToolDefinition(), new FileSearchToolDefinition() } });
            ThreadRun run = client.CreateRun(t, assistant.Id, new RunCreationOptions { AdditionalMessages = { "a question that takes some room" } });
            """);

        Assert.Empty(rewrite.Left);
        Assert.Contains("""
                    AsyncCollectionResult<StreamingResponseUpdate> theUpdatesOfTheRun =
                        client.Responses.CreateResponseStreamingAsync(
                            (assistant with { Instructions = assistant.Instructions + "\n" + "Speak." }).ForResponse(
                                t, streaming: true));
                    AgentDefinition all = new AgentDefinition
                    {
                        Model = "m",
                        Tools =
                        {
                            ResponseTool.CreateFileSearchTool(vectorStoreIds: []),
                            ResponseTool.CreateFileSearchTool(vectorStoreIds: [])
                        }
                    };
                    ResponseResult run = client.Responses.CreateResponse(
                        assistant.ForResponse(
                            t, [ResponseItem.CreateUserMessageItem("a question that takes some room")], background: true));
            """.ReplaceLineEndings("\n"), rewrite.Text(), StringComparison.Ordinal);
    }

    private static Task<Rewrite> MethodAsync(string body) => Rewrite.OfAsync($$"""
        using System.ClientModel;
        using OpenAI.Assistants;

        class C(AssistantClient client)
        {
            void Run(Assistant assistant, string t)
            {
                {{body.ReplaceLineEndings("\n        ")}}
            }
        }
        """);
}
