using Azure.AI.Agents.Persistent;
using Azure.Identity;

var client = new PersistentAgentsClient(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT")!, new DefaultAzureCredential());
PersistentAgent agent = client.Administration.CreateAgent("gpt-4o", "one-shot", instructions: "Answer.");
ThreadRun run = client.CreateThreadAndRun(agent.Id, new ThreadAndRunOptions
{
    ThreadOptions = new PersistentAgentThreadCreationOptions { Messages = { new ThreadMessageOptions(MessageRole.User, "Hello!") } },
});
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    Thread.Sleep(500);
    run = client.Runs.GetRun(run.ThreadId, run.Id);
}
Console.WriteLine(run.Status == RunStatus.Completed);
client.Administration.DeleteAgent(agent.Id);
