using Azure;
using Azure.AI.Agents.Persistent;
using Azure.Identity;

PersistentAgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT"), new DefaultAzureCredential());
List<ToolDefinition> tools = [new CodeInterpreterToolDefinition()];
PersistentAgent agent = client.Administration.CreateAgent(
    model: "gpt-4o",
    name: "my-agent",
    instructions: "You are a helpful agent that can help fetch data from files you know about.",
    tools: tools
);

File.WriteAllText(
    path: "sample_file_for_upload.txt",
    contents: "The word 'apple' uses the code 442345, while the word 'banana' uses the code 673457.");
PersistentAgentFileInfo uploadedAgentFile = client.Files.UploadFile(
    filePath: "sample_file_for_upload.txt",
    purpose: PersistentAgentFilePurpose.Agents);
var fileId = uploadedAgentFile.Id;

var attachment = new MessageAttachment(
    fileId: fileId,
    tools: tools
);

PersistentAgentThread thread = client.Threads.CreateThread();

PersistentThreadMessage message = client.Messages.CreateMessage(
    threadId: thread.Id,
    role: MessageRole.User,
    content: "Can you give me the documented codes for 'banana' and 'orange'?",
    attachments: [attachment]
);
ThreadRun run = client.Runs.CreateRun(
    thread,
    agent
);

do
{
    Thread.Sleep(TimeSpan.FromMilliseconds(500));
    run = client.Runs.GetRun(thread.Id, run.Id);
}
while (run.Status == RunStatus.Queued
    || run.Status == RunStatus.InProgress);
Pageable<PersistentThreadMessage> messages = client.Messages.GetMessages(
    threadId: thread.Id,
    order: ListSortOrder.Ascending
);
foreach (var m in messages)
    foreach (var c in m.ContentItems)
        if (c is MessageTextContent t) Console.WriteLine(t.Text);
client.Threads.DeleteThread(thread.Id);
client.Administration.DeleteAgent(agent.Id);
