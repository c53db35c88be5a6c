using Azure;
using Azure.AI.Projects;
using Azure.Core;

namespace Contoso;

public sealed class AgentHandler
{
    private readonly AgentsClient agentsClient;
    private readonly string agentId;

    public AgentHandler(string connectionString, TokenCredential credential, string agentId)
    {
        var projectClient = new AIProjectClient(connectionString, credential);
        agentsClient = projectClient.GetAgentsClient();
        this.agentId = agentId;
    }

    public async Task<List<string>> RunAsync(string userInput)
    {
        AgentThread thread = await agentsClient.CreateThreadAsync();
        ThreadMessage message = await agentsClient.CreateMessageAsync(thread.Id, MessageRole.User, userInput);
        ThreadRun run = await agentsClient.CreateRunAsync(thread.Id, agentId);
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.RequiresAction)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            run = await agentsClient.GetRunAsync(thread.Id, run.Id);
            Console.WriteLine(run.Status);
        }

        var result = new List<string>();
        PageableList<ThreadMessage> messages = await agentsClient.GetMessagesAsync(thread.Id);
        ThreadMessage last = messages.First();
        foreach (var content in last.ContentItems)
        {
            if (content is MessageTextContent text) result.Add(text.Text);
        }

        return result;
    }
}
