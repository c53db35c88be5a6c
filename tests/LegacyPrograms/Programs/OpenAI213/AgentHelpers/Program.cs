// Small helpers of one's own around the client, as many code bases have them.
using System.ClientModel;
using AgentHelpers;
using OpenAI;
using OpenAI.Assistants;

OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
AssistantClient client = openAI.GetAssistantClient();

Assistant writer = await client.CreateAssistantAsync("gpt-4o-mini", new AssistantCreationOptions { Instructions = "You write short texts." });
AssistantThread thread = await client.CreateThreadAsync();

string poem = await client.AskAsync(thread, writer, "Write a poem about rain.");
Console.WriteLine(poem);

string title = await client.AskAsync(thread, writer, "Give the poem a title.");
Console.WriteLine($"Title: {title}");
Console.WriteLine($"{await client.CountMessagesAsync(thread)} messages");
