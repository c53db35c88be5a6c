using System.ClientModel;
using System.Net.Http.Json;
using ChatApi;
using OpenAI;

WebApplicationBuilder builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddControllers().AddApplicationPart(typeof(ChatController).Assembly);
builder.Services.AddSingleton(new OpenAIClient(
    new ApiKeyCredential(builder.Configuration["OPENAI_API_KEY"]!),
    new OpenAIClientOptions { Endpoint = new Uri(builder.Configuration["OPENAI_ENDPOINT"]!) }));
builder.Services.AddSingleton(provider => provider.GetRequiredService<OpenAIClient>().GetAssistantClient());
builder.Services.AddSingleton<AssistantStore>();

WebApplication app = builder.Build();
app.MapControllers();
await app.StartAsync();

// What a browser would do.
using HttpClient browser = new() { BaseAddress = new Uri(app.Urls.First()) };
HttpResponseMessage created = await browser.PostAsync("chats", null);
ChatCreated chat = (await created.Content.ReadFromJsonAsync<ChatCreated>())!;
HttpResponseMessage answered = await browser.PostAsJsonAsync($"chats/{chat.Id}/messages", new ChatQuestion("Hello, who are you?"));
Console.WriteLine($"{(int)answered.StatusCode}: {(await answered.Content.ReadFromJsonAsync<ChatAnswer>())!.Text}");
ChatAnswer[] history = (await browser.GetFromJsonAsync<ChatAnswer[]>($"chats/{chat.Id}/messages"))!;
foreach (ChatAnswer entry in history)
{
    Console.WriteLine($"{entry.Role}: {entry.Text}");
}

HttpResponseMessage deleted = await browser.DeleteAsync($"chats/{chat.Id}");
Console.WriteLine((int)deleted.StatusCode);
await app.StopAsync();
