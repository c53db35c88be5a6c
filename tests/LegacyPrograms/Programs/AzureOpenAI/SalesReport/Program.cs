// A resource of Azure OpenAI: uploads a file, has code look at it, downloads what the code drew.
using Azure.AI.OpenAI;
using Azure.Identity;
using OpenAI.Assistants;
using OpenAI.Files;

AzureOpenAIClient azureClient = new(
    new Uri(Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT")!),
    new DefaultAzureCredential());
OpenAIFileClient fileClient = azureClient.GetOpenAIFileClient();
AssistantClient assistantClient = azureClient.GetAssistantClient();

OpenAIFile sales = await fileClient.UploadFileAsync("sales.csv", FileUploadPurpose.Assistants);
Assistant assistant = await assistantClient.CreateAssistantAsync(
    Environment.GetEnvironmentVariable("AZURE_OPENAI_DEPLOYMENT")!,
    new AssistantCreationOptions
    {
        Name = "Sales report",
        Instructions = "You draw charts of sales data.",
        Tools = { new CodeInterpreterToolDefinition() },
        ToolResources = new ToolResources
        {
            CodeInterpreter = new CodeInterpreterToolResources { FileIds = { sales.Id } },
        },
    });
AssistantThread thread = await assistantClient.CreateThreadAsync();
await assistantClient.CreateMessageAsync(thread.Id, MessageRole.User, ["Draw the sales of each month."]);

ThreadRun run = await assistantClient.CreateRunAsync(thread.Id, assistant.Id);
do
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    run = await assistantClient.GetRunAsync(thread.Id, run.Id);
}
while (!run.Status.IsTerminal);

if (run.Status == RunStatus.Failed)
{
    Console.WriteLine(run.LastError.Message);
}

await foreach (ThreadMessage message in assistantClient.GetMessagesAsync(
    thread.Id, new MessageCollectionOptions { Order = MessageCollectionOrder.Ascending }))
{
    foreach (MessageContent content in message.Content)
    {
        if (!string.IsNullOrEmpty(content.ImageFileId))
        {
            BinaryData image = await fileClient.DownloadFileAsync(content.ImageFileId);
            await File.WriteAllBytesAsync("sales.png", image.ToArray());
        }
        else
        {
            Console.WriteLine($"{message.Role}: {content.Text}");
        }
    }
}

await assistantClient.DeleteThreadAsync(thread.Id);
await assistantClient.DeleteAssistantAsync(assistant.Id);
