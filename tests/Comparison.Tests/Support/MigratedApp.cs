using System.Text.Json;

namespace AgentsMigration.Comparison.Tests.Support;

/// <summary>The same app after its migration: responses in a conversation, files in containers.</summary>
internal static class MigratedApp
{
    public static async Task RunAsync(HttpClient client)
    {
        object code = new { type = "code_interpreter", container = new { type = "auto" } };
        object weather = new
        {
            type = "function",
            name = "get_weather",
            strict = false,
            parameters = new { type = "object", properties = new { location = new { type = "string" }, unit = new { type = "string" } } },
        };
        string conversation = (await client.PostAsync("conversations", new { })).Id();
        JsonElement chart = await client.PostAsync("responses", new { model = "gpt-4o", conversation, input = "Draw a chart.", tools = new[] { code } });
        foreach (JsonElement citation in Citations(chart))
        {
            (await client.GetAsync(
                $"containers/{citation.GetProperty("container_id").GetString()}/files/{citation.GetProperty("file_id").GetString()}/content",
                World.Cancelled)).Dispose();
        }
        JsonElement asked = await client.PostAsync("responses", new { model = "gpt-4o", conversation, input = "What is the weather in Oslo?", tools = new[] { code, weather } });
        string call = asked.GetProperty("output").EnumerateArray().Single(item => item.GetProperty("type").ValueEquals("function_call")).GetProperty("call_id").GetString()!;
        await client.PostAsync("responses", new
        {
            model = "gpt-4o",
            conversation,
            input = new[] { new { type = "function_call_output", call_id = call, output = "snow" } },
            tools = new[] { code, weather },
        });
        (await client.GetAsync("conversations/conv_unknown", World.Cancelled)).Dispose();
    }

    private static IEnumerable<JsonElement> Citations(JsonElement response) => response.GetProperty("output").EnumerateArray()
        .Where(item => item.GetProperty("type").ValueEquals("message"))
        .SelectMany(item => item.GetProperty("content")[0].GetProperty("annotations").EnumerateArray());
}
