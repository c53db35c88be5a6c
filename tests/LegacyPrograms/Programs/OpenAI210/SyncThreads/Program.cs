// An older version of the package, whose conversations are raw JSON.
using System;
using System.ClientModel;
using System.Linq;
using System.Threading;
using OpenAI;
using OpenAI.Assistants;

AssistantClient client = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
Assistant assistant = client.CreateAssistant("gpt-4o", new AssistantCreationOptions { Name = "n", Instructions = "i" });
AssistantThread thread = client.CreateThread(new ThreadCreationOptions { Metadata = { { "a", "b" } } });
client.CreateMessage(thread.Id, MessageRole.User, ["When is breakfast?"]);
ThreadRun run = client.CreateRun(thread.Id, assistant.Id);
do
{
    Thread.Sleep(5);
    run = client.GetRun(thread.Id, run.Id);
}
while (run.Status == RunStatus.InProgress || run.Status == RunStatus.Queued);
foreach (ThreadMessage message in client.GetMessages(thread.Id, new MessageCollectionOptions { Order = MessageCollectionOrder.Ascending }))
{
    Console.WriteLine($"{message.Role}: {message.Content[0].Text}");
}
thread = client.ModifyThread(thread.Id, new ThreadModificationOptions { Metadata = { ["a"] = "c" } });
Console.WriteLine(thread.Metadata["a"]);
Console.WriteLine(client.GetThread(thread.Id).Value.Id == thread.Id);
client.DeleteThread(thread.Id);
