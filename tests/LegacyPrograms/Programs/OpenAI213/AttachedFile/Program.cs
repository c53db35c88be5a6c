// The file comes with the message rather than with the assistant.
using System.ClientModel;
using System.Text;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Files;

OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
OpenAIFileClient files = openAI.GetOpenAIFileClient();
AssistantClient client = openAI.GetAssistantClient();

using Stream csv = new MemoryStream(Encoding.UTF8.GetBytes("product,units\nTea,5\nCoffee,9\n"));
OpenAIFile file = await files.UploadFileAsync(csv, "drinks.csv", FileUploadPurpose.Assistants);

Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
{
    Tools = { new CodeInterpreterToolDefinition() },
});
AssistantThread thread = await client.CreateThreadAsync();
await client.CreateMessageAsync(
    thread.Id,
    MessageRole.User,
    ["How many units were sold in total? Sum up the file."],
    new MessageCreationOptions
    {
        Attachments = { new MessageCreationAttachment(file.Id, [ToolDefinition.CreateCodeInterpreter()]) },
    });

ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id);
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    await Task.Delay(50);
    run = await client.GetRunAsync(thread.Id, run.Id);
}

await foreach (ThreadMessage message in client.GetMessagesAsync(thread.Id))
{
    if (message.Role == MessageRole.Assistant)
    {
        Console.WriteLine(message.Content[0].Text);
    }
}

await files.DeleteFileAsync(file.Id);
