using Azure.AI.OpenAI.Assistants;
using Azure.Identity;

AssistantsClient client = new(new Uri(Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT")!), new DefaultAzureCredential());

OpenAIFile file = client.UploadFile("figures.csv", OpenAIFilePurpose.Assistants);
Assistant assistant = client.CreateAssistant(new AssistantCreationOptions("gpt-4")
{
    Instructions = "You analyse data with code.",
    Tools = { new CodeInterpreterToolDefinition() },
    FileIds = { file.Id },
});

AssistantThread thread = client.CreateThread();
client.CreateMessage(thread.Id, MessageRole.User, "What is the mean of the second column?");
ThreadRun run = client.CreateRun(thread, assistant);
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
{
    Thread.Sleep(TimeSpan.FromSeconds(1));
    run = client.GetRun(thread.Id, run.Id);
}

PageableList<ThreadMessage> messages = client.GetMessages(thread.Id, order: ListSortOrder.Ascending);
foreach (ThreadMessage message in messages.Data)
{
    foreach (MessageContent content in message.ContentItems)
    {
        if (content is MessageTextContent text)
        {
            Console.WriteLine($"{message.Role}: {text.Text}");
        }
    }
}

client.DeleteThread(thread.Id);
client.DeleteAssistant(assistant.Id);
client.DeleteFile(file.Id);
