using Azure.AI.Agents.Persistent;
using Azure.Identity;

var agentClient = new PersistentAgentsClient(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT"), new DefaultAzureCredential());
MCPToolDefinition mcpTool = new("github", "https://gitmcp.io/Azure/azure-rest-api-specs");
mcpTool.AllowedTools.Add("search_azure_rest_api_code");
PersistentAgent agent = agentClient.Administration.CreateAgent(
   model: "gpt-4o",
   name: "my-mcp-agent",
   instructions: "You are a helpful agent that can use MCP tools to assist users.",
   tools: [mcpTool]);
PersistentAgentThread thread = agentClient.Threads.CreateThread();
agentClient.Messages.CreateMessage(thread.Id, MessageRole.User, "Please summarize the Azure REST API specifications Readme.");
MCPToolResource mcpToolResource = new("github");
mcpToolResource.UpdateHeader("SuperSecret", "123456");
ToolResources toolResources = mcpToolResource.ToToolResources();
ThreadRun run = agentClient.Runs.CreateRun(thread, agent, toolResources);
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.RequiresAction)
{
    Thread.Sleep(TimeSpan.FromMilliseconds(1000));
    run = agentClient.Runs.GetRun(thread.Id, run.Id);

    if (run.Status == RunStatus.RequiresAction && run.RequiredAction is SubmitToolApprovalAction toolApprovalAction)
    {
        var toolApprovals = new List<ToolApproval>();
        foreach (var toolCall in toolApprovalAction.SubmitToolApproval.ToolCalls)
        {
            if (toolCall is RequiredMcpToolCall mcpToolCall)
            {
                Console.WriteLine($"Approving MCP tool call: {mcpToolCall.Name}, Arguments: {mcpToolCall.Arguments}");
                toolApprovals.Add(new ToolApproval(mcpToolCall.Id, approve: true)
                {
                    Headers = { ["SuperSecret"] = "123456" }
                });
            }
        }

        if (toolApprovals.Count > 0)
        {
            run = agentClient.Runs.SubmitToolOutputsToRun(thread.Id, run.Id, toolApprovals: toolApprovals);
        }
    }
}
agentClient.Threads.DeleteThread(threadId: thread.Id);
agentClient.Administration.DeleteAgent(agentId: agent.Id);
