// An ASP.NET Core app with the legacy client in dependency injection. One line of it is new.
using System.ClientModel;
using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using InjectedService;
using OpenAI;

// Stands in for the v2 service, so that the sample needs no account.
await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions());

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
if (args is ["--ask", _])
    builder.Logging.ClearProviders(); // the answer alone
builder.Services.AddSingleton(new LegacyAgentsAdapter(new AdapterOptions(V2Target.OpenAI("unused", emulator.OpenAIEndpoint))));
builder.Services.AddSingleton(services =>
{
    OpenAIClientOptions options = new();
    options.UseAgentsV2(services.GetRequiredService<LegacyAgentsAdapter>()); // the one new line
    return new OpenAIClient(new ApiKeyCredential("unused"), options).GetAssistantClient();
});
builder.Services.AddScoped<LegacyAssistantService>();

WebApplication app = builder.Build();
app.MapGet("/ask", (string question, LegacyAssistantService service, CancellationToken cancellationToken) =>
    service.AskAsync(question, cancellationToken));

// With a question on the command line the app asks itself and ends: one command shows that it works.
if (args is not ["--ask", var question])
{
    await app.RunAsync();
    return;
}

app.Urls.Add("http://127.0.0.1:0");
await app.StartAsync();
using HttpClient http = new();
Console.WriteLine(await http.GetStringAsync(new Uri($"{app.Urls.First()}/ask?question={Uri.EscapeDataString(question)}")));
await app.StopAsync();
