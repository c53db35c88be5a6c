// Two assistants on one thread: one writes, the other reviews.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
AssistantClient client = openAI.GetAssistantClient();

Assistant writer = client.CreateAssistant("gpt-4o", new() { Name = "Writer", Instructions = "You write slogans." });
Assistant reviewer = client.CreateAssistant("gpt-4o", new() { Name = "Reviewer", Instructions = "You review slogans." });
AssistantThread thread = client.CreateThread();

client.CreateMessage(thread.Id, MessageRole.User, ["Write a slogan for a bakery."]);
Console.WriteLine($"Writer: {RunAndRead(writer)}");
client.CreateMessage(thread.Id, MessageRole.User, ["Review the slogan."]);
Console.WriteLine($"Reviewer: {RunAndRead(reviewer)}");

foreach (Assistant assistant in new[] { writer, reviewer })
{
    AssistantDeletionResult deleted = client.DeleteAssistant(assistant.Id);
    Console.WriteLine($"{assistant.Name} deleted: {deleted.Deleted}");
}

string RunAndRead(Assistant assistant)
{
    ThreadRun run = client.CreateRun(thread.Id, assistant.Id);
    while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
    {
        Thread.Sleep(TimeSpan.FromMilliseconds(50));
        run = client.GetRun(thread.Id, run.Id);
    }

    return client.GetMessages(thread.Id).First(message => message.Role == MessageRole.Assistant).Content[0].Text;
}
