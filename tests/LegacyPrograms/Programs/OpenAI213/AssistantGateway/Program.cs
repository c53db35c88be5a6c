using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;
using Wrapped;

IAssistantGateway gateway = new AssistantGateway(new AssistantClient(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) }));
var agent = await gateway.EnsureAssistantAsync("Tutor", "You tutor.");
var conversation = await gateway.StartAsync();
var result = await gateway.AskAsync(conversation, agent, "When is breakfast?");
Console.WriteLine($"{result.Outcome}: {result.Text}");
result = await gateway.AskAsync(conversation, agent, "Break something.");
Console.WriteLine($"{result.Outcome}: {result.Text}");
Console.WriteLine(await gateway.EndAsync(conversation));
