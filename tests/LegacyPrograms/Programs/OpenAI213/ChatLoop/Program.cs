// A chat in the console: one thread, as many turns as the user likes.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

AssistantClient client = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });

Assistant assistant = client.CreateAssistant("gpt-4o-mini", new AssistantCreationOptions
{
    Name = "Concierge",
    Instructions = "You are the concierge of a hotel. Be brief.",
});
AssistantThread thread = client.CreateThread();

Console.WriteLine("Ask me anything. An empty line ends the chat.");
while (true)
{
    Console.Write("> ");
    string? line = Console.ReadLine();
    if (string.IsNullOrWhiteSpace(line))
    {
        break;
    }

    client.CreateMessage(thread.Id, MessageRole.User, [line]);
    ThreadRun run = client.CreateRun(thread.Id, assistant.Id);
    while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
    {
        Thread.Sleep(50);
        run = client.GetRun(thread.Id, run.Id);
    }

    if (run.Status == RunStatus.Failed)
    {
        Console.WriteLine($"Sorry: {run.LastError.Message}");
        continue;
    }

    ThreadMessage answer = client.GetMessages(
        thread.Id, new MessageCollectionOptions { Order = MessageCollectionOrder.Descending }).First();
    Console.WriteLine(answer.Content[0].Text);
}

client.DeleteThread(thread.Id);
client.DeleteAssistant(assistant.Id);
