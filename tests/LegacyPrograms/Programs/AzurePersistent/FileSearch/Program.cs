using Azure.AI.Agents.Persistent;
using Azure.Identity;

PersistentAgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT")!, new DefaultAzureCredential());

PersistentAgentFileInfo uploaded = await client.Files.UploadFileAsync("product_info.md", PersistentAgentFilePurpose.Agents);
PersistentAgentsVectorStore vectorStore = await client.VectorStores.CreateVectorStoreAsync(
    fileIds: [uploaded.Id], name: "my_vector_store");

FileSearchToolResource fileSearchToolResource = new();
fileSearchToolResource.VectorStoreIds.Add(vectorStore.Id);

PersistentAgent agent = await client.Administration.CreateAgentAsync(
    model: "gpt-4o",
    name: "docs-agent",
    instructions: "Hello, you are a helpful agent and can search information from uploaded files.",
    tools: [new FileSearchToolDefinition()],
    toolResources: new ToolResources() { FileSearch = fileSearchToolResource });

PersistentAgentThread thread = await client.Threads.CreateThreadAsync();
await client.Messages.CreateMessageAsync(thread.Id, MessageRole.User, "What feature does Smart Eyewear offer?");
ThreadRun run = await client.Runs.CreateRunAsync(thread, agent);
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    await Task.Delay(TimeSpan.FromMilliseconds(500));
    run = await client.Runs.GetRunAsync(thread.Id, run.Id);
}

await foreach (PersistentThreadMessage message in client.Messages.GetMessagesAsync(thread.Id, order: ListSortOrder.Ascending))
{
    foreach (MessageContent item in message.ContentItems)
    {
        if (item is not MessageTextContent text) continue;

        Console.WriteLine(text.Text);
        foreach (MessageTextAnnotation annotation in text.Annotations)
        {
            if (annotation is MessageTextFileCitationAnnotation citation)
            {
                Console.WriteLine($"  from {citation.FileId}");
            }
        }
    }
}

await client.VectorStores.DeleteVectorStoreAsync(vectorStore.Id);
await client.Files.DeleteFileAsync(uploaded.Id);
await client.Threads.DeleteThreadAsync(thread.Id);
await client.Administration.DeleteAgentAsync(agent.Id);
