// Conversations by user, kept behind a repository; ids live in the app's own storage.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;
using Storage;

OpenAIClientOptions options = new() { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) };
AssistantClient client = new OpenAIClient(new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!), options)
    .GetAssistantClient();
IConversationRepository conversations = new ConversationRepository(client);

await conversations.AppendAsync("anna", "Hello!");
await conversations.AppendAsync("anna", "Are you there?");
await conversations.AppendAsync("ben", "Good morning");

foreach (string user in new[] { "anna", "ben", "carl" })
{
    IReadOnlyList<string> texts = await conversations.ReadAsync(user);
    Console.WriteLine($"{user}: {(texts.Count == 0 ? "nothing" : string.Join(" | ", texts))}");
}

await conversations.ForgetAsync("anna");
Console.WriteLine((await conversations.ReadAsync("anna")).Count);
