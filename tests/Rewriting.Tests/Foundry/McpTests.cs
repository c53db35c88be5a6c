using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>MCP servers: what runs said of them goes to the tool, and approvals are items of responses.</summary>
public sealed class McpTests
{
    public static TheoryData<string> Generations => [.. FoundryReferences.Generations];

    private const string Approving = """
        using Azure.AI.Agents.Persistent;

        class C(PersistentAgentsClient client)
        {
            async Task Run(PersistentAgent agent, string threadId)
            {
                ThreadRun run = await client.Runs.CreateRunAsync(threadId, agent.Id);
                while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.RequiresAction)
                {
                    await Task.Delay(500);
                    run = await client.Runs.GetRunAsync(threadId, run.Id);
                    if (run.Status == RunStatus.RequiresAction && run.RequiredAction is SubmitToolApprovalAction action)
                    {
                        // Ask the user.
                        List<ToolApproval> approvals = [];
                        foreach (RequiredToolCall call in action.SubmitToolApproval.ToolCalls)
                        {
                            var approval = new ToolApproval(call.Id, call is RequiredMcpToolCall { ServerLabel: "github" } mcp && mcp.Name != "delete");
                            approval.Headers["key"] = "value";
                            approvals.Add(approval);
                        }

                        run = await client.Runs.SubmitToolOutputsToRunAsync(threadId, run.Id, toolApprovals: approvals);
                    }
                }
            }
        }
        """;

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task Approvals_AreItemsOfTheNextResponse(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync(Approving, generation);

        string text = rewrite.Flat();
        Assert.Contains("while (run.NeedsToolOutputs()) {", text, StringComparison.Ordinal);
        Assert.Contains("// Ask the user. List<McpToolCallApprovalResponseItem> approvals", text, StringComparison.Ordinal);
        Assert.Contains("foreach (McpToolCallApprovalRequestItem call in run.OutputItems.OfType<McpToolCallApprovalRequestItem>())", text, StringComparison.Ordinal);
        Assert.Contains("approvalRequestId: call.Id, approved: call is McpToolCallApprovalRequestItem { ServerLabel: \"github\" } mcp && mcp.ToolName != \"delete\"", text, StringComparison.Ordinal);
        Assert.Contains("CreateResponseAsync(AgentRequest.Create(approvals))", text, StringComparison.Ordinal);
        Assert.Contains("): an approval takes no headers", Assert.Single(rewrite.Text().Split('\n'), line => line.Contains("TODO", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(rewrite.Left);
    }

    [Fact]
    public async Task Approvals_FixedOneByOne_AreTheSame()
    {
        Rewrite all = await Rewrite.ToFoundryAsync(Approving, "2.0");
        Rewrite one = await Rewrite.ToFoundryAsync(Approving, "2.0", focus: "new ToolApproval(");

        Assert.Equal(all.Text(), one.Text());
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task OutputsAndApprovals_GoTogether(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(PersistentAgent agent, string threadId, List<ToolOutput> outputs, List<ToolApproval> approvals)
                {
                    ThreadRun run = client.Runs.CreateRun(threadId, agent.Id);
                    Console.WriteLine(run.Status);
                    run = client.Runs.SubmitToolOutputsToRun(threadId, run.Id, outputs, approvals);
                }
            }
            """, generation);

        Assert.Empty(rewrite.Left);
        Assert.Contains("AgentRequest.Create(outputs.Concat<ResponseItem>(approvals), background: true)", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new MCPApproval(\"never\")", "", true)]
    [InlineData("new MCPApproval(trust)", "", false)]
    [InlineData("new MCPApproval(\"never\")", "MCPToolResource other = new(\"github\"); client.Runs.CreateRun(thread, agent, other.ToToolResources());", false)]
    public async Task WhatARunApproved_IsSaidByTheToolOnlyWhereNothingElseCanBeMeant(string policy, string more, bool isMoved)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync($$"""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(string trust, PersistentAgentThread thread)
                {
                    MCPToolDefinition tool = new("github", "https://github.test") { AllowedTools = { "search" } };
                    PersistentAgent agent = client.Administration.CreateAgent("gpt-4o", tools: [tool]);
                    // Trusted.
                    MCPToolResource server = new("github");
                    server.RequireApproval = {{policy}};
                    ToolResources resources = server.ToToolResources();
                    {{more}}
                    client.Runs.CreateRun(thread, agent, resources);
                }
            }
            """, "2.0");

        string text = rewrite.Flat();
        Assert.Contains("new McpToolFilter { ToolNames = { \"search\" } }", text, StringComparison.Ordinal);
        Assert.Equal(isMoved, text.Contains("toolCallApprovalPolicy: new McpToolCallApprovalPolicy(\"never\")", StringComparison.Ordinal));
        Assert.Equal(!isMoved, text.Contains(": say where the tool is made which of its calls are approved: 'toolCallApprovalPolicy': server.RequireApproval = ", StringComparison.Ordinal));
        Assert.Equal(isMoved ? 0 : 1, rewrite.Left.Count());
        Assert.DoesNotContain("toolResources", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("// Trusted.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResourcesOfSeveralServers_GoWithTheirHeadersNoted()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;
            // program

            PersistentAgentsClient client = null!;
            PersistentAgent agent = client.Administration.CreateAgent("gpt-4o", tools: [new MCPToolDefinition("a", "https://a.test"), new MCPToolDefinition("b", "https://b.test")]);
            MCPToolResource a = new("a");
            a.Headers["key"] = "1";
            ToolResources resources = a.ToToolResources();
            MCPToolResource b = new("b");
            b.UpdateHeader("key", "2");
            resources.Mcp.Add(b);
            ThreadRun run = client.Runs.CreateRun(client.Threads.CreateThread().Value, agent, resources);
            Console.WriteLine(run.Status);
            MCPToolResource c = new("c");
            ToolResources more = new() { Mcp = { c } };
            client.Runs.CreateRun(client.Threads.CreateThread().Value, agent, more);
            """, "2.0");

        string text = rewrite.Text();
        Assert.DoesNotContain("MCPToolResource a", text, StringComparison.Ordinal);
        Assert.DoesNotContain("resources.Mcp", text, StringComparison.Ordinal);
        Assert.DoesNotContain("more", text, StringComparison.Ordinal);
        Assert.Equal(2, rewrite.Left.Count());
        Assert.Contains("a.Headers[\"key\"] = \"1\";", Assert.Single(text.Split('\n'), line => line.Contains("TODO", StringComparison.Ordinal) && line.Contains("a.H", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("TODO", Assert.Single(text.Split('\n'), line => line.Contains("b.UpdateHeader", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResourceThatIsHandedOn_KeepsTheProgram()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                MCPToolResource Make(string key)
                {
                    MCPToolResource server = new("github");
                    server.UpdateHeader("key", key);
                    return server;
                }
            }
            """, "2.0");

        Assert.Contains(rewrite.Left, site => site.Left!.StartsWith("an agent version takes no headers of one run", StringComparison.Ordinal));
        Assert.Contains("server.UpdateHeader(\"key\", key);", rewrite.Text(), StringComparison.Ordinal);
    }
}
