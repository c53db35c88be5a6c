using System.ClientModel;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using OpenAI.Assistants;
using SupportApp;

ServiceCollection services = new();
services.AddSingleton(_ => new OpenAIClient(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) }));
services.AddSingleton<AssistantClient>(provider => provider.GetRequiredService<OpenAIClient>().GetAssistantClient());
services.AddSingleton<ISupportService, SupportService>();

await using ServiceProvider provider = services.BuildServiceProvider();
ISupportService support = provider.GetRequiredService<ISupportService>();

string ticket = await support.OpenTicketAsync();
Console.WriteLine(await support.AskAsync(ticket, "My parcel is late, what can I do?"));
Console.WriteLine(await support.AskAsync(ticket, "Thank you!"));
await support.CloseTicketAsync(ticket);
