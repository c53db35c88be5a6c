using Azure.AI.Agents.Persistent;
using Azure.Identity;

PersistentAgentsClient client = new(
    Environment.GetEnvironmentVariable("PROJECT_ENDPOINT")!, new DefaultAzureCredential());

PersistentAgentFileInfo file = client.Files.UploadFile("quarterly.csv", PersistentAgentFilePurpose.Agents);

ToolResources resources = new() { CodeInterpreter = new CodeInterpreterToolResource() };
resources.CodeInterpreter.FileIds.Add(file.Id);

PersistentAgent agent = client.Administration.CreateAgent(
    "gpt-4o",
    "charts",
    instructions: "Draw charts of the uploaded data.",
    tools: [new CodeInterpreterToolDefinition()],
    toolResources: resources);

PersistentAgentThread thread = client.Threads.CreateThread();
client.Messages.CreateMessage(thread.Id, MessageRole.User, "Draw a bar chart of operating profit in the transport sector.");
ThreadRun run = client.Runs.CreateRun(thread, agent);
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    Thread.Sleep(500);
    run = client.Runs.GetRun(thread.Id, run.Id);
}

if (run.Status == RunStatus.Failed)
{
    Console.WriteLine(run.LastError.Message);
    return;
}

foreach (PersistentThreadMessage message in client.Messages.GetMessages(thread.Id, order: ListSortOrder.Ascending))
{
    foreach (MessageContent content in message.ContentItems)
    {
        switch (content)
        {
            case MessageTextContent text:
                Console.WriteLine(text.Text);
                break;
            case MessageImageFileContent image:
                BinaryData bytes = client.Files.GetFileContent(image.FileId);
                File.WriteAllBytes("chart.png", bytes.ToArray());
                break;
        }
    }
}

client.Threads.DeleteThread(thread.Id);
client.Administration.DeleteAgent(agent.Id);
client.Files.DeleteFile(file.Id);
