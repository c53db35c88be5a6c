using Azure.AI.Agents.Persistent;
using Azure.Identity;

PersistentAgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT"), new DefaultAzureCredential());

PersistentAgent stockAgent = client.Administration.CreateAgent(
    model: "gpt-4o",
    name: "stock_price_bot",
    instructions: "Your job is to get the stock price of a company. If asked for the Microsoft stock price, always return $350.");

ConnectedAgentToolDefinition connectedAgentDefinition = new(new ConnectedAgentDetails(stockAgent.Id, stockAgent.Name, "Gets the stock price of a company"));

PersistentAgent mainAgent = client.Administration.CreateAgent(
    model: "gpt-4o",
    name: "stock_price_main",
    instructions: "Use the available tools to get stock prices, and calculate with them.",
    tools: [connectedAgentDefinition, new CodeInterpreterToolDefinition()]);

PersistentAgentThread thread = client.Threads.CreateThread();
PersistentThreadMessage message = client.Messages.CreateMessage(
    thread.Id,
    MessageRole.User,
    "What is the stock price of Microsoft?");

ThreadRun run = client.Runs.CreateRun(thread, mainAgent);
do
{
    Thread.Sleep(TimeSpan.FromMilliseconds(500));
    run = client.Runs.GetRun(thread.Id, run.Id);
}
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress);

if (run.Status == RunStatus.Failed)
{
    Console.WriteLine($"Run failed: {run.LastError.Message}");
}

foreach (PersistentThreadMessage threadMessage in client.Messages.GetMessages(thread.Id, order: ListSortOrder.Ascending))
{
    foreach (MessageContent contentItem in threadMessage.ContentItems)
    {
        if (contentItem is MessageTextContent textItem) Console.WriteLine($"{threadMessage.Role}: {textItem.Text}");
    }
}

client.Threads.DeleteThread(thread.Id);
client.Administration.DeleteAgent(mainAgent.Id);
client.Administration.DeleteAgent(stockAgent.Id);
