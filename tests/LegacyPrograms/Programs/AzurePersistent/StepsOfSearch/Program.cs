using Azure.AI.Agents.Persistent;
using Azure.Identity;

PersistentAgentsClient client = new("https://x.services.ai.azure.com/api/projects/p", new DefaultAzureCredential());
PersistentAgentFileInfo uploaded = client.Files.UploadFile(filePath: "sample.txt", purpose: PersistentAgentFilePurpose.Agents);
PersistentAgentsVectorStore vectorStore = client.VectorStores.CreateVectorStore(name: "my_vector_store");
// Add file ID to vector store.
VectorStoreFile vctFile = client.VectorStores.CreateVectorStoreFile(
    vectorStoreId: vectorStore.Id,
    fileId: uploaded.Id
);
Console.WriteLine($"Added file to vector store. The id file in the vector store is {vctFile.Id}.");
FileSearchToolResource fileSearchToolResource = new FileSearchToolResource();
fileSearchToolResource.VectorStoreIds.Add(vectorStore.Id);
PersistentAgent agent = client.Administration.CreateAgent(
        model: "gpt-4o",
        name: "SDK Test Agent - Retrieval",
        instructions: "You are a helpful agent that can help fetch data from files you know about.",
        tools: new List<ToolDefinition> { new FileSearchToolDefinition() },
        toolResources: new ToolResources() { FileSearch = fileSearchToolResource });
PersistentAgentThread thread = client.Threads.CreateThread();
PersistentThreadMessage messageResponse = client.Messages.CreateMessage(
    thread.Id,
    MessageRole.User,
    "Can you give me the documented codes for 'banana' and 'orange'?");
ThreadRun run = client.Runs.CreateRun(thread, agent);
do
{
    Thread.Sleep(TimeSpan.FromMilliseconds(500));
    run = client.Runs.GetRun(thread.Id, run.Id);
}
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress);
foreach (RunStep step in client.Runs.GetRunSteps(run))
{
    PrintRunStepInfo(step);
}
client.VectorStores.DeleteVectorStore(vectorStore.Id);
client.Files.DeleteFile(uploaded.Id);
client.Threads.DeleteThread(thread.Id);
client.Administration.DeleteAgent(agent.Id);

static void PrintRunStepInfo(RunStep step)
{
    if (step.StepDetails is RunStepMessageCreationDetails messageCreationDetails)
    {
        Console.WriteLine($"Message creation step: messageID {messageCreationDetails.MessageCreation.MessageId}");
    }
    else if (step.StepDetails is RunStepToolCallDetails toolCallDetails)
    {
        Console.WriteLine($"Tool call step: Tool count: {toolCallDetails.ToolCalls.Count}; First tool {toolCallDetails.ToolCalls.First().Type}");
        if (toolCallDetails.ToolCalls[0] is RunStepFileSearchToolCall fileSearch)
        {
            Console.WriteLine($"\tFile search returned {fileSearch.FileSearch.Results.Count} result(s).");
            if (fileSearch.FileSearch.Results.Count > 0)
            {
                Console.WriteLine($"\t\tFound result in file {fileSearch.FileSearch.Results[0].FileName}");
            }
        }
    }
    else
    {
        Console.WriteLine(step.RunId);
    }
}
