using System.ClientModel;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using OpenAI;
using OpenAI.Assistants;

var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");

builder.Services.AddSingleton<AssistantClient>(sp =>
{
    var configuration = sp.GetRequiredService<IConfiguration>();
    return new AssistantClient(
        new ApiKeyCredential(configuration["OPENAI_API_KEY"]!),
        new OpenAIClientOptions { Endpoint = new Uri(configuration["OPENAI_ENDPOINT"]!) });
});

var app = builder.Build();

var assistants = new Dictionary<string, string>();

app.MapPost("/assistants", async (AssistantClient client, NewAssistant request, CancellationToken ct) =>
{
    var assistant = await client.CreateAssistantAsync(request.Model, new AssistantCreationOptions { Name = request.Name, Instructions = request.Instructions }, ct);
    assistants[request.Name] = assistant.Value.Id;
    return Results.Ok(new { name = assistant.Value.Name });
});

app.MapPost("/threads", async (AssistantClient client) => Results.Ok(new ThreadCreated((await client.CreateThreadAsync()).Value.Id)));

app.MapPost("/threads/{threadId}/ask/{name}", async Task<IResult> (string threadId, string name, [FromBody] Question question, AssistantClient client, CancellationToken ct) =>
{
    if (!assistants.TryGetValue(name, out var assistantId)) return Results.NotFound();

    await client.CreateMessageAsync(threadId, MessageRole.User, [question.Text], cancellationToken: ct);
    var run = (await client.CreateRunAsync(threadId, assistantId, cancellationToken: ct)).Value;
    while (!run.Status.IsTerminal)
    {
        await Task.Delay(10, ct);
        run = (await client.GetRunAsync(threadId, run.Id, ct)).Value;
    }

    return run.Status == RunStatus.Completed
        ? Results.Ok(new Answer(client.GetMessages(threadId).First().Content[0].Text))
        : Results.Problem(run.LastError?.Message ?? run.Status.ToString());
});

app.MapGet("/threads/{threadId}", (string threadId, AssistantClient client) =>
    client.GetMessages(threadId, new MessageCollectionOptions { Order = MessageCollectionOrder.Ascending })
        .Select(m => new { role = m.Role.ToString(), text = string.Join("", m.Content.Select(c => c.Text)) }));

await app.StartAsync();
using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
Console.WriteLine(await (await http.PostAsJsonAsync("/assistants", new NewAssistant("gpt-4o", "helper", "Help."))).Content.ReadAsStringAsync());
var thread = await (await http.PostAsync("/threads", null)).Content.ReadFromJsonAsync<ThreadCreated>();
Console.WriteLine(await (await http.PostAsJsonAsync($"/threads/{thread!.Id}/ask/helper", new Question("When is breakfast?"))).Content.ReadAsStringAsync());
Console.WriteLine(await http.GetStringAsync($"/threads/{thread.Id}"));
Console.WriteLine((int)(await http.PostAsJsonAsync($"/threads/{thread.Id}/ask/nobody", new Question("?"))).StatusCode);
await app.StopAsync();

record NewAssistant(string Model, string Name, string Instructions);
record ThreadCreated(string Id);
record Question(string Text);
record Answer(string Text);
