using Azure.AI.Projects;
using Azure.Identity;

AIProjectClient project = new(Environment.GetEnvironmentVariable("PROJECT_CONNECTION_STRING")!, new DefaultAzureCredential());
AgentsClient agents = project.GetAgentsClient();

Agent agent = agents.CreateAgent(model: "gpt-4o-mini", name: "greeter", instructions: "Greet people.");
AgentThread thread = agents.CreateThread();
agents.CreateMessage(thread.Id, MessageRole.User, "Hello!");

ThreadRun run = agents.CreateRun(thread, agent);
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    Thread.Sleep(200);
    run = agents.GetRun(thread.Id, run.Id);
}

PageableList<ThreadMessage> messages = agents.GetMessages(thread.Id);
foreach (ThreadMessage message in messages)
{
    if (message.Role == MessageRole.Agent && message.ContentItems[0] is MessageTextContent text)
    {
        Console.WriteLine(text.Text);
    }
}

agents.DeleteThread(thread.Id);
agents.DeleteAgent(agent.Id);
