// File search: documents in a vector store, questions about them, sources of the answer.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Files;
using OpenAI.VectorStores;

string folder = args[0];
OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
OpenAIFileClient files = openAI.GetOpenAIFileClient();
VectorStoreClient vectorStores = openAI.GetVectorStoreClient();
AssistantClient assistants = openAI.GetAssistantClient();

OpenAIFile handbook = await files.UploadFileAsync(Path.Combine(folder, "handbook.txt"), FileUploadPurpose.Assistants);
VectorStore store = await vectorStores.CreateVectorStoreAsync(new VectorStoreCreationOptions
{
    Name = "Handbook",
    FileIds = { handbook.Id },
});
while (store.Status != VectorStoreStatus.Completed)
{
    await Task.Delay(50);
    store = await vectorStores.GetVectorStoreAsync(store.Id);
}

Assistant assistant = await assistants.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
{
    Name = "HR",
    Instructions = "Answer questions about the company from its handbook.",
    Tools = { new FileSearchToolDefinition() },
    ToolResources = new() { FileSearch = new() { VectorStoreIds = { store.Id } } },
});

AssistantThread thread = await assistants.CreateThreadAsync();
await assistants.CreateMessageAsync(thread.Id, MessageRole.User, ["How many days of vacation do employees have?"]);
ThreadRun run = await assistants.CreateRunAsync(thread.Id, assistant.Id);
while (!run.Status.IsTerminal)
{
    await Task.Delay(50);
    run = await assistants.GetRunAsync(thread.Id, run.Id);
}

await foreach (ThreadMessage message in assistants.GetMessagesAsync(thread.Id))
{
    if (message.Role != MessageRole.Assistant) continue;

    foreach (MessageContent content in message.Content)
    {
        Console.WriteLine(content.Text.Length > 0 ? "Answered." : "No answer.");
        foreach (TextAnnotation annotation in content.TextAnnotations)
        {
            if (annotation.InputFileId is { } fileId)
            {
                OpenAIFile source = await files.GetFileAsync(fileId);
                Console.WriteLine($"Source: {source.Filename}");
            }
        }
    }
}

await assistants.DeleteThreadAsync(thread.Id);
await assistants.DeleteAssistantAsync(assistant.Id);
await vectorStores.DeleteVectorStoreAsync(store.Id);
await files.DeleteFileAsync(handbook.Id);
