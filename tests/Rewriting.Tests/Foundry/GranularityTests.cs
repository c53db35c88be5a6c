using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>One thing without an equivalent keeps no more than itself, where the code compiles without it.</summary>
public sealed class GranularityTests
{
    public static TheoryData<string> Generations => [.. FoundryReferences.Generations];

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task ToolInAList_GoesWithANote_AndTheRestIsRewritten(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                PersistentAgent Run(PersistentAgent stocks)
                {
                    // The other one.
                    ConnectedAgentToolDefinition other = new(new ConnectedAgentDetails(stocks.Id, "stocks", "Gets prices."));
                    List<ToolDefinition> all = new() { new CodeInterpreterToolDefinition(), other };
                    all.Add(new DeepResearchToolDefinition(new DeepResearchDetails("m", [])));
                    client.Administration.CreateAgent("gpt-4o", tools: all);
                    return client.Administration.CreateAgent("gpt-4o", tools: [new FileSearchToolDefinition(), other, new CodeInterpreterToolDefinition()]);
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.DoesNotContain("Persistent", text, StringComparison.Ordinal);
        Assert.Contains("// The other one. // TODO(AGM", text, StringComparison.Ordinal);
        Assert.Contains("new() { ResponseTool.CreateCodeInterpreterTool(", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("TODO(").Length - 1);
        Assert.Contains("or make a workflow: new(new ConnectedAgentDetails(stocks.Id, \"stocks\", \"Gets prices.\"))", text, StringComparison.Ordinal);
        Assert.Contains("there is no tool for deep research", text, StringComparison.Ordinal);
        Assert.Contains("tools: [ResponseTool.CreateFileSearchTool(", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ToolDefinition Make() => new ConnectedAgentToolDefinition(new ConnectedAgentDetails(\"a\", \"b\", \"c\"));")]
    [InlineData("void Make() { var tool = new ConnectedAgentToolDefinition(new ConnectedAgentDetails(\"a\", \"b\", \"c\")); Console.WriteLine(tool); List<ToolDefinition> all = [tool]; }")]
    public async Task ToolThatIsMoreThanAnElement_KeepsTheProgram(string member)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync($$"""
            using Azure.AI.Agents.Persistent;

            class C
            {
                {{member}}
            }
            """, "2.0");

        Assert.Contains(rewrite.Left, site => site.Left!.StartsWith("a version names no other agents as tools", StringComparison.Ordinal));
        Assert.Contains("new ConnectedAgentToolDefinition(new ConnectedAgentDetails(", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RawCall_WhoseAnswerNobodyReads_GoesWithANote()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;
            using Azure.Core;

            class C(PersistentAgentsClient client)
            {
                void Run(string threadId)
                {
                    client.Messages.CreateMessage(threadId, RequestContent.Create(new { role = "user" }), null);
                    client.Threads.DeleteThread(threadId);
                }
            }
            """, "2.0");

        string text = rewrite.Flat();
        Assert.Contains("raw JSON of the old API means nothing to the new one: say the same with 'AgentClients.Conversations.CreateConversationItems': client.Messages.CreateMessage(", text, StringComparison.Ordinal);
        Assert.Contains("client.DeleteConversation(threadId);", text, StringComparison.Ordinal);
        Assert.Single(rewrite.Left);
    }

    [Fact]
    public async Task RawCall_WhoseAnswerIsRead_KeepsTheProgram()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure;
            using Azure.AI.Agents.Persistent;
            using Azure.Core;

            class C(PersistentAgentsClient client)
            {
                string Run(string threadId)
                {
                    Response answer = client.Runs.CreateRun(threadId, RequestContent.Create(new { assistant_id = "a" }));
                    client.Threads.DeleteThread(threadId);
                    return answer.Content.ToString();
                }
            }
            """, "2.0");

        Assert.Contains(rewrite.Left, site => site.Left == "raw JSON of the old API means nothing to the new one: say the same with 'AgentClients.Responses.CreateResponse'");
        Assert.Contains("client.Threads.DeleteThread(threadId);", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValueThatTheTablesDoNotKnow_IsADefaultWithANote()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                string Run(ThreadRun run) => run.Id + run.MaxPromptTokens;
            }
            """, "2.0");

        Assert.Equal("'ThreadRun.MaxPromptTokens' has no counterpart that this rewriting knows", Assert.Single(rewrite.Left).Left);
        Assert.Contains("string Run(ResponseResult run) => run.Id + default(int?);", rewrite.Flat(), StringComparison.Ordinal);
    }
}
