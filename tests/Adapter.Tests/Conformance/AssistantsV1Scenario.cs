using System.Text;
using System.Text.Json;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Calls every operation of Assistants v1, well and badly.</summary>
internal static class AssistantsV1Scenario
{
    public static async Task RunAsync(AdapterFixture adapter)
    {
        string file = Id((await adapter.UploadAsync("facts.txt", Encoding.UTF8.GetBytes("The secret is blue."))).Ok());
        string assistant = await AssistantsAsync(adapter, file);
        await AssistantFilesAsync(adapter, assistant, file);
        string thread = await ThreadsAsync(adapter, file);
        await MessagesAsync(adapter, thread, file);
        await RunsAsync(adapter, assistant, thread);
        await ToolsAsync(adapter, assistant);
        await FilesAsync(adapter, file);
        (await adapter.SendAsync("DELETE", $"threads/{thread}")).Ok();
        (await adapter.SendAsync("DELETE", $"assistants/{assistant}")).Ok();
        (await adapter.SendAsync("GET", $"assistants/{assistant}/files")).Error(404, null);
    }

    private static async Task<string> AssistantsAsync(AdapterFixture adapter, string file)
    {
        string assistant = Id((await adapter.SendAsync(
            "POST",
            "assistants",
            $$$"""
            {"model":"gpt-4o","name":"Helper","description":"Helps.","instructions":"Help.","metadata":{"team":"a"},
             "tools":[{"type":"code_interpreter"},{"type":"retrieval"},
               {"type":"function","function":{"name":"lookup","parameters":{"type":"object","properties":{"key":{"type":"string"} } } } }],
             "file_ids":["{{{file}}}"]}
            """)).Ok());
        await adapter.GetAsync($"assistants/{assistant}");
        await adapter.GetAsync("assistants?limit=1");
        (await adapter.SendAsync("POST", $"assistants/{assistant}", """{"name":"Other","metadata":{"n":1}}""")).Ok();
        (await adapter.SendAsync("POST", "assistants", """{"model":"gpt-4o","tool_resources":{}}""")).Error(400, "tool_resources");
        (await adapter.SendAsync("POST", "assistants", """{"model":"gpt-4o","tools":[{"type":"file_search"}]}""")).Error(400, "tools[0].type");
        (await adapter.SendAsync("POST", "assistants", """{"model":"gpt-4o","file_ids":["file-none"]}""")).Error(400, "file_ids");
        return assistant;
    }

    private static async Task AssistantFilesAsync(AdapterFixture adapter, string assistant, string first)
    {
        string path = $"assistants/{assistant}/files";
        string second = Id((await adapter.UploadAsync("more.txt", Encoding.UTF8.GetBytes("Another secret is red."))).Ok());
        (await adapter.SendAsync("POST", path, $$"""{"file_id":"{{second}}"}""")).Ok();
        Assert.Equal([second, first], (await adapter.ListAsync(path)).Select(Id));
        Assert.Equal([second], (await adapter.ListAsync($"{path}?order=asc&after={first}")).Select(Id));
        await adapter.GetAsync($"{path}/{second}");
        (await adapter.SendAsync("DELETE", $"{path}/{second}")).Ok();
        (await adapter.SendAsync("GET", $"{path}/{second}")).Error(404, null);
        (await adapter.SendAsync("POST", path, """{"file_id":"file-none"}""")).Error(400, "file_ids");
        (await adapter.SendAsync("DELETE", $"files/{second}")).Ok();
    }

    private static async Task<string> ThreadsAsync(AdapterFixture adapter, string file)
    {
        string thread = Id((await adapter.SendAsync(
            "POST", "threads", $$"""{"messages":[{"role":"user","content":"Hello.","file_ids":["{{file}}"]}],"metadata":{"a":true} }""")).Ok());
        JsonElement read = await adapter.GetAsync($"threads/{thread}");
        Assert.Equal("True", read.GetProperty("metadata").GetProperty("a").GetString());
        (await adapter.SendAsync("POST", $"threads/{thread}", """{"metadata":{"a":"c"}}""")).Ok();
        (await adapter.SendAsync("POST", "threads", """{"tool_resources":{}}""")).Error(400, "tool_resources");
        return thread;
    }

    private static async Task MessagesAsync(AdapterFixture adapter, string thread, string file)
    {
        string path = $"threads/{thread}/messages";
        string message = Id((await adapter.SendAsync(
            "POST", path, $$"""{"role":"user","content":"Look.","file_ids":["{{file}}"],"metadata":{"k":"v"} }""")).Ok());
        await adapter.GetAsync($"{path}/{message}");
        await adapter.GetAsync($"{path}?order=asc&limit=2");
        (await adapter.SendAsync("POST", $"{path}/{message}", """{"metadata":{"k":"w"}}""")).Ok();
        Assert.Equal([file], (await adapter.ListAsync($"{path}/{message}/files")).Select(Id));
        await adapter.GetAsync($"{path}/{message}/files/{file}");
        (await adapter.SendAsync("GET", $"{path}/{message}/files/file-none")).Error(404, null);
        (await adapter.SendAsync("POST", path, """{"role":"user","content":[{"type":"text","text":"x"}]}""")).Error(400, "content");
        (await adapter.SendAsync("POST", path, """{"role":"user","content":"x","attachments":[]}""")).Error(400, "attachments");
    }

    private static async Task RunsAsync(AdapterFixture adapter, string assistant, string thread)
    {
        await adapter.AddMessageAsync(thread, "print 7");
        string run = await adapter.StartRunAsync(thread, assistant);
        await adapter.PollAsync(thread, run);
        await adapter.GetAsync($"threads/{thread}/runs");
        (await adapter.SendAsync("POST", $"threads/{thread}/runs/{run}", """{"metadata":{"a":1}}""")).Ok();
        JsonElement[] steps = await adapter.ListAsync($"threads/{thread}/runs/{run}/steps");
        await adapter.GetAsync($"threads/{thread}/runs/{run}/steps/{Id(steps[0])}");
        JsonElement[] messages = await adapter.ListAsync($"threads/{thread}/messages");
        string made = Id((await adapter.ListAsync($"threads/{thread}/messages/{Id(messages[0])}/files"))[0]);
        Assert.Equal(200, (await adapter.SendAsync("GET", $"files/{made}/content")).Status);

        await adapter.AddMessageAsync(thread, "search the secret");
        string search = await adapter.StartRunAsync(thread, assistant, "\"tool_choice\":{\"type\":\"retrieval\"}");
        JsonElement ended = await adapter.PollAsync(thread, search);
        Assert.Equal("retrieval", ended.GetProperty("tool_choice").GetProperty("type").GetString());
        JsonElement[] searched = await adapter.ListAsync($"threads/{thread}/runs/{search}/steps");
        Assert.Contains(searched, step => step.GetRawText().Contains("\"retrieval\":{}", StringComparison.Ordinal));
        JsonElement answer = (await adapter.ListAsync($"threads/{thread}/messages?limit=1"))[0];
        Assert.Contains("blue", answer.GetRawText(), StringComparison.Ordinal);
        foreach (string message in new[] { "fail please", "stop short", "refuse" })
        {
            await adapter.AddMessageAsync(thread, message);
            await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));
            await adapter.ListAsync($"threads/{thread}/messages?limit=1");
        }
        JsonElement both = (await adapter.SendAsync(
            "POST", "threads/runs", $$$"""{"assistant_id":"{{{assistant}}}","thread":{"messages":[{"role":"user","content":"hello"}]} }""")).Ok();
        await adapter.PollAsync(both.GetProperty("thread_id").GetString()!, Id(both));
        (await adapter.SendAsync("POST", $"threads/{thread}/runs", """{"assistant_id":"asst_none"}""")).Error(404, null);
    }

    private static async Task ToolsAsync(AdapterFixture adapter, string assistant)
    {
        string thread = await adapter.CreateThreadAsync("one call");
        JsonElement waiting = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));
        JsonElement call = waiting.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")[0];
        await adapter.ListAsync($"{AdapterFixture.PathOf(waiting)}/steps");
        (await adapter.SubmitAsync(waiting, (Id(call), "1"))).Ok();
        await adapter.PollAsync(thread, Id(waiting));
        await adapter.ListAsync($"{AdapterFixture.PathOf(waiting)}/steps");

        await adapter.AddMessageAsync(thread, "one call");
        JsonElement cancelled = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));
        (await adapter.SendAsync("POST", $"{AdapterFixture.PathOf(cancelled)}/cancel")).Ok();
        await adapter.PollAsync(thread, Id(cancelled));
    }

    private static async Task FilesAsync(AdapterFixture adapter, string file)
    {
        await adapter.GetAsync("files");
        await adapter.GetAsync($"files/{file}");
        (await adapter.SendAsync("DELETE", $"files/{file}")).Ok();
    }

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;
}
