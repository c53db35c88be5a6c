using Azure;
using Azure.AI.OpenAI.Assistants;
using Azure.Identity;

var client = new AssistantsClient(new Uri("https://x.openai.azure.com"), new DefaultAzureCredential());
PageableList<Assistant> assistants = client.GetAssistants(limit: 20);
foreach (Assistant one in assistants.Data)
{
    Console.WriteLine(one.Name);
    if (one.Name == "old") client.DeleteAssistant(one.Id);
}
AssistantThread thread = client.CreateThread(new AssistantThreadCreationOptions
{
    Messages = { new ThreadInitializationMessage(MessageRole.User, "Hello!") },
    Metadata = new Dictionary<string, string> { ["user"] = "7" },
});
try
{
    client.GetThread(thread.Id);
}
catch (RequestFailedException e)
{
    Console.WriteLine($"{e.Status} {e.ErrorCode} {e.Message}");
}
