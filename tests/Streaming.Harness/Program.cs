using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter;
using AgentsMigration.Adapter.Stores;

namespace AgentsMigration.Streaming.Harness;

/// <summary>A legacy app that streams a run, in a process that a test can kill: prints each line of the stream as it comes.</summary>
public static class Program
{
    /// <param name="args">The service's endpoint, the state file, and what the user says.</param>
    public static async Task Main(string[] args)
    {
        using SqliteState state = SqliteState.Open(args[1]);
        using LegacyAgentsAdapter adapter = new(new AdapterOptions(V2Target.OpenAI("key", new Uri(args[0])))
        {
            Documents = state.Documents,
            Blobs = state.Blobs,
        });
        using HttpClient client = new(adapter.CreateHandler()) { BaseAddress = new Uri("https://legacy.test/v1/") };
        string assistant = await MakeAsync(client, "assistants", """{"model":"gpt-4o","tools":[{"type":"code_interpreter"}]}""");
        string thread = await MakeAsync(
            client, "threads", JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = args[2] } } }));

        using HttpRequestMessage request = new(HttpMethod.Post, $"threads/{thread}/runs") { Content = Json($$"""{"assistant_id":"{{assistant}}","stream":true}""") };
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using StreamReader stream = new(await response.Content.ReadAsStreamAsync());
        while (await stream.ReadLineAsync() is { } line)
            Console.WriteLine(line);
    }

    private static async Task<string> MakeAsync(HttpClient client, string path, string json)
    {
        using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), Json(json));
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("id").GetString()!;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
