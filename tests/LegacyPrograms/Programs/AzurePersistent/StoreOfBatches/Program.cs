using Azure;
using Azure.AI.Agents.Persistent;
using Azure.Identity;

PersistentAgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT"), new DefaultAzureCredential());
PersistentAgentsVectorStore vectorStore = await client.VectorStores.CreateVectorStoreAsync(name: "sample_vector_store");
PersistentAgentFileInfo file = await client.Files.UploadFileAsync("product_info_1.md", PersistentAgentFilePurpose.Agents);
Dictionary<string, string> dtReferences = new() { { file.Id, Path.GetFileName(file.Filename) } };

VectorStoreFileBatch uploadTask = await client.VectorStores.CreateVectorStoreFileBatchAsync(
    vectorStoreId: vectorStore.Id,
    fileIds: [file.Id]
);
Console.WriteLine($"Created vector store file batch, vector store file batch ID: {uploadTask.Id}");

FileSearchToolResource fileSearchResource = new([vectorStore.Id], null);
List<ToolDefinition> tools = [new FileSearchToolDefinition()];
PersistentAgent agent = await client.Administration.CreateAgentAsync(
    model: "gpt-4o",
    name: "my-agent",
    instructions: "You are helpful agent.",
    tools: tools,
    toolResources: new ToolResources() { FileSearch = fileSearchResource }
);

PersistentAgentThread thread = await client.Threads.CreateThreadAsync();
PersistentThreadMessage message = await client.Messages.CreateMessageAsync(
    threadId: thread.Id,
    role: MessageRole.User,
    content: "What feature does Smart Eyewear offer?"
);
ThreadRun run = await client.Runs.CreateRunAsync(thread.Id, agent.Id);
do
{
    await Task.Delay(TimeSpan.FromMilliseconds(500));
    run = await client.Runs.GetRunAsync(thread.Id, run.Id);
}
while (run.Status == RunStatus.Queued
    || run.Status == RunStatus.InProgress);
AsyncPageable<PersistentThreadMessage> messages = client.Messages.GetMessagesAsync(threadId: thread.Id, order: ListSortOrder.Ascending);
List<PersistentThreadMessage> list = [];
await foreach (PersistentThreadMessage m in messages) list.Add(m);
WriteMessages(list, dtReferences);

bool delTask = await client.VectorStores.DeleteVectorStoreAsync(vectorStore.Id);
if (delTask)
{
    Console.WriteLine($"Deleted vector store {vectorStore.Id}");
}
else
{
    Console.WriteLine($"Unable to delete vector store {vectorStore.Id}");
}
await client.Administration.DeleteAgentAsync(agent.Id);

static void WriteMessages(IEnumerable<PersistentThreadMessage> messages, Dictionary<string, string> fileIds)
{
    foreach (PersistentThreadMessage threadMessage in messages)
    {
        foreach (MessageContent contentItem in threadMessage.ContentItems)
        {
            if (contentItem is MessageTextContent textItem)
            {
                if (threadMessage.Role == MessageRole.Agent && textItem.Annotations.Count > 0)
                {
                    string strMessage = textItem.Text;
                    foreach (MessageTextAnnotation annotation in textItem.Annotations)
                    {
                        if (annotation is MessageTextFilePathAnnotation pathAnnotation)
                        {
                            strMessage = replaceReferences(fileIds, pathAnnotation.FileId, pathAnnotation.Text, strMessage);
                        }
                        else if (annotation is MessageTextFileCitationAnnotation citationAnnotation)
                        {
                            strMessage = replaceReferences(fileIds, citationAnnotation.FileId, citationAnnotation.Text, strMessage);
                        }
                    }
                    Console.Write(strMessage);
                }
                else
                {
                    Console.Write(textItem.Text);
                }
            }
            else if (contentItem is MessageImageFileContent imageFileItem)
            {
                Console.Write($"<image from ID: {imageFileItem.FileId}");
            }
            Console.WriteLine();
        }
    }
}

static string replaceReferences(Dictionary<string, string> fileIds, string fileID, string placeholder, string text)
{
    if (fileIds.TryGetValue(fileID, out string? replacement))
        return text.Replace(placeholder, $" [{replacement}]");
    else
        return text.Replace(placeholder, $" [{fileID}]");
}
