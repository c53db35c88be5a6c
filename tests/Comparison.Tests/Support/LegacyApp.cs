using System.Text.Json;

namespace AgentsMigration.Comparison.Tests.Support;

/// <summary>An app on the legacy wire: a chart, then a question that takes a function.</summary>
internal static class LegacyApp
{
    public static async Task RunAsync(HttpClient client)
    {
        JsonElement assistant = await client.PostAsync("assistants", new
        {
            model = "gpt-4o",
            name = "Helper",
            tools = new object[]
            {
                new { type = "code_interpreter" },
                new { type = "function", function = new { name = "get_weather", parameters = new { type = "object", properties = new { location = new { type = "string" }, unit = new { type = "string" } } } } },
            },
        });
        JsonElement thread = await client.PostAsync("threads", new { });
        await client.PostAsync($"threads/{thread.Id()}/messages", new { role = "user", content = "Draw a chart." });
        await EndAsync(client, thread.Id(), await client.PostAsync($"threads/{thread.Id()}/runs", new { assistant_id = assistant.Id(), tools = new[] { new { type = "code_interpreter" } } }));
        await client.PostAsync($"threads/{thread.Id()}/messages", new { role = "user", content = "What is the weather in Oslo?" });
        JsonElement run = await EndAsync(client, thread.Id(), await client.PostAsync($"threads/{thread.Id()}/runs", new { assistant_id = assistant.Id() }));
        string call = run.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")[0].Id();
        await EndAsync(client, thread.Id(), await client.PostAsync(
            $"threads/{thread.Id()}/runs/{run.Id()}/submit_tool_outputs", new { tool_outputs = new[] { new { tool_call_id = call, output = "snow" } } }));
        JsonElement messages = await client.GetJsonAsync($"threads/{thread.Id()}/messages?order=asc");
        foreach (JsonElement part in messages.GetProperty("data").EnumerateArray().SelectMany(message => message.GetProperty("content").EnumerateArray()))
        {
            if (part.TryGetProperty("image_file", out JsonElement image))
                (await client.GetAsync($"files/{image.GetProperty("file_id").GetString()}/content", World.Cancelled)).Dispose();
            else if (part.GetProperty("text").GetProperty("annotations").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } link)
                (await client.GetAsync($"files/{link.GetProperty("file_path").GetProperty("file_id").GetString()}/content", World.Cancelled)).Dispose();
        }
        (await client.GetAsync("threads/thread_unknownunknownunknown0", World.Cancelled)).Dispose();
    }

    private static async Task<JsonElement> EndAsync(HttpClient client, string thread, JsonElement run)
    {
        while (run.GetProperty("status").GetString() is "queued" or "in_progress")
        {
            await Task.Delay(10, World.Cancelled);
            run = await client.GetJsonAsync($"threads/{thread}/runs/{run.Id()}");
        }
        return run;
    }
}
