using Azure.AI.Projects;
using Azure.Identity;

AgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_CONNECTION_STRING")!, new DefaultAzureCredential());

AgentFile uploadedAgentFile = await client.UploadFileAsync(filePath: "sample_file_for_upload.txt", purpose: AgentFilePurpose.Agents);
Dictionary<string, string> fileIds = new() { [uploadedAgentFile.Id] = uploadedAgentFile.Filename };

VectorStore vectorStore = await client.CreateVectorStoreAsync(
    fileIds: new List<string> { uploadedAgentFile.Id },
    name: "my_vector_store");

FileSearchToolResource fileSearchToolResource = new FileSearchToolResource();
fileSearchToolResource.VectorStoreIds.Add(vectorStore.Id);

Agent agent = await client.CreateAgentAsync(
    model: "gpt-4o",
    name: "SDK Test Agent - Retrieval",
    instructions: "You are a helpful agent that can help fetch data from files you know about.",
    tools: new List<ToolDefinition> { new FileSearchToolDefinition() },
    toolResources: new ToolResources() { FileSearch = fileSearchToolResource });

AgentThread thread = await client.CreateThreadAsync();
await client.CreateMessageAsync(thread.Id, MessageRole.User, "Can you give me the documented codes for 'banana' and 'orange'?");
ThreadRun run = await client.CreateRunAsync(thread, agent);
do
{
    await Task.Delay(TimeSpan.FromMilliseconds(500));
    run = await client.GetRunAsync(thread.Id, run.Id);
}
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress);

PageableList<ThreadMessage> messages = await client.GetMessagesAsync(threadId: thread.Id, order: ListSortOrder.Ascending);
foreach (ThreadMessage threadMessage in messages)
{
    foreach (MessageContent contentItem in threadMessage.ContentItems)
    {
        if (contentItem is MessageTextContent textItem)
        {
            string text = textItem.Text;
            foreach (MessageTextAnnotation annotation in textItem.Annotations)
            {
                if (annotation is MessageTextFileCitationAnnotation citation && fileIds.TryGetValue(citation.FileId, out string? name))
                {
                    text += $" [{name}]";
                }
            }

            Console.WriteLine(text);
        }
    }
}

await client.DeleteVectorStoreAsync(vectorStore.Id);
await client.DeleteFileAsync(uploadedAgentFile.Id);
await client.DeleteThreadAsync(thread.Id);
await client.DeleteAgentAsync(agent.Id);
