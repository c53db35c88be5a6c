using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>The previews of Azure.AI.Projects: what is rewritten compiles with the next version of the same package.</summary>
public sealed class ProjectsTests
{
    [Fact]
    public async Task Shells_AndPages_AreTakenOff()
    {
        Rewrite rewrite = await Rewrite.UpgradeAsync("""
            using Azure;
            using Azure.AI.Projects;
            using Azure.Core;

            class C
            {
                async Task Run(string connection, TokenCredential credential)
                {
                    AIProjectClient project = new AIProjectClient(connection, credential);
                    AgentsClient client = project.GetAgentsClient();
                    Response<Agent> created = await client.CreateAgentAsync(model: "gpt-4o", name: "a b", instructions: "Help.");
                    Agent agent = created.Value;
                    AgentThread thread = (await client.CreateThreadAsync()).Value;
                    Response<ThreadMessage> asked = await client.CreateMessageAsync(thread.Id, MessageRole.User, "Hi");
                    Response<ThreadRun> run = await client.CreateRunAsync(thread.Id, agent.Id);
                    do
                    {
                        await Task.Delay(500);
                        run = await client.GetRunAsync(thread.Id, run.Value.Id);
                    }
                    while (run.Value.Status == RunStatus.Queued || run.Value.Status == RunStatus.InProgress);

                    Response<PageableList<ThreadMessage>> answer = await client.GetMessagesAsync(thread.Id);
                    IReadOnlyList<ThreadMessage> messages = answer.Value.Data;
                    foreach (ThreadMessage message in messages) Console.WriteLine($"{asked.Value.Id} {message.Role}");
                }
            }
            """);

        string text = rewrite.Flat();
        Assert.Equal("AGM6004", Assert.Single(rewrite.Left).RuleId);
        Assert.Contains("AIProjectClient project = new AIProjectClient(endpoint: new Uri(connection), tokenProvider: credential);", text, StringComparison.Ordinal);
        Assert.Contains("AgentClients client = new AgentClients(project);", text, StringComparison.Ordinal);
        Assert.Contains("ClientResult<ProjectsAgentVersion> created = await client.Agents.CreateAgentVersionAsync(", text, StringComparison.Ordinal);
        Assert.Contains("agentName: \"a-b\"", text, StringComparison.Ordinal);
        Assert.Contains("ClientResult<ResponseResult> run = await client.ResponsesOf(agent.Id, thread.Id).CreateResponseAsync(AgentRequest.Create());", text, StringComparison.Ordinal);
        Assert.Contains("IReadOnlyList<MessageResponseItem> answer = await client.Conversations.ListMessagesAsync(thread.Id); IReadOnlyList<MessageResponseItem> messages = answer;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GetRun", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SuccessorOfTheSameName_IsLeftAlone()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Projects;

            class C(AIProjectClient project)
            {
                object Run() => project.AgentAdministrationClient;
            }
            """, "2.0");

        Assert.Empty(rewrite.Sites);
    }
}
