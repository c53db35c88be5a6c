using System.Text;
using System.Text.Json;

namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>Calls every legacy operation, well and badly, on one target.</summary>
internal static class ConformanceScenario
{
    public static async Task RunAsync(AdapterFixture adapter)
    {
        string file = Id((await adapter.UploadAsync("facts.txt", Encoding.UTF8.GetBytes("The secret is blue."))).Ok());
        string assistant = await AssistantsAsync(adapter, file);
        string thread = await ThreadsAsync(adapter, file);
        await MessagesAsync(adapter, thread, file);
        await RunsAsync(adapter, assistant, thread);
        await ToolsAsync(adapter, assistant);
        await ThreadAndRunAsync(adapter, assistant);
        await FilesAsync(adapter, file);

        Assert.Equal(200, (await adapter.SendAsync("DELETE", $"threads/{thread}")).Status);
        Assert.Equal(200, (await adapter.SendAsync("DELETE", $"assistants/{assistant}")).Status);
        await UnknownAsync(adapter);
    }

    private static async Task<string> AssistantsAsync(AdapterFixture adapter, string file)
    {
        string assistant = Id((await adapter.SendAsync(
            "POST",
            "assistants",
            $$$"""
            {"model":"gpt-4o","name":"Helper","description":"Helps.","instructions":"Help.","temperature":0.5,"top_p":0.9,
             "response_format":{"type":"text"},"metadata":{"team":"a"},
             "tools":[{"type":"code_interpreter"},{"type":"file_search"},
               {"type":"function","function":{"name":"lookup","parameters":{"type":"object","properties":{"key":{"type":"string"} } } } }],
             "tool_resources":{"code_interpreter":{"file_ids":["{{{file}}}"]},"file_search":{"vector_stores":[{"file_ids":["{{{file}}}"]}]} } }
            """)).Ok());
        string other = await adapter.CreateAssistantAsync();
        await adapter.GetAsync($"assistants/{assistant}");
        await adapter.GetAsync("assistants?limit=1");
        (await adapter.SendAsync("POST", $"assistants/{other}", """{"name":"Other","instructions":null,"metadata":{"a":"b"}}""")).Ok();
        (await adapter.SendAsync("DELETE", $"assistants/{other}")).Ok();
        (await adapter.SendAsync("POST", "assistants", "{}")).Error(400, "model");
        (await adapter.SendAsync("POST", $"assistants/{assistant}", """{"temperature":9}""")).Error(400, "temperature");
        (await adapter.SendAsync("GET", "assistants?limit=1000")).Error(400, "limit");
        return assistant;
    }

    private static async Task<string> ThreadsAsync(AdapterFixture adapter, string file)
    {
        string thread = Id((await adapter.SendAsync(
            "POST",
            "threads",
            $$$"""
            {"metadata":{"a":"b"},"tool_resources":{"code_interpreter":{"file_ids":["{{{file}}}"]} },
             "messages":[{"role":"user","content":"Hello."},{"role":"assistant","content":"Hi.","metadata":{"k":"v"}}]}
            """)).Ok());
        await adapter.GetAsync($"threads/{thread}");
        (await adapter.SendAsync("POST", $"threads/{thread}", """{"metadata":{"a":"c"}}""")).Ok();
        (await adapter.SendAsync("POST", $"threads/{thread}", """{"metadata":{"a":true}}""")).Error(400, "metadata.a");
        (await adapter.SendAsync("POST", "threads", """{"messages":[{"role":"nobody","content":"x"}]}""")).Error(400, "messages[0].role");
        return thread;
    }

    private static async Task MessagesAsync(AdapterFixture adapter, string thread, string file)
    {
        string path = $"threads/{thread}/messages";
        string message = Id((await adapter.SendAsync(
            "POST",
            path,
            $$"""
            {"role":"user","metadata":{"k":"v"},"attachments":[{"file_id":"{{file}}","tools":[{"type":"code_interpreter"}]}],
             "content":[{"type":"text","text":"Look."},{"type":"image_url","image_url":{"url":"https://images.test/a.png","detail":"low"} }]}
            """)).Ok());
        await adapter.GetAsync($"{path}/{message}");
        await adapter.GetAsync($"{path}?order=asc&limit=2");
        (await adapter.SendAsync("POST", $"{path}/{message}", """{"metadata":{"k":"w"}}""")).Ok();
        (await adapter.SendAsync("DELETE", $"{path}/{message}")).Ok();
        (await adapter.SendAsync("POST", path, """{"role":"user","content":""}""")).Error(400, "content");
        (await adapter.SendAsync("POST", $"{path}/{message}", """{"metadata":[]}""")).Error(400, "metadata");
    }

    private static async Task RunsAsync(AdapterFixture adapter, string assistant, string thread)
    {
        await adapter.AddMessageAsync(thread, "print 7");
        string run = await adapter.StartRunAsync(thread, assistant, "\"metadata\":{\"a\":\"b\"}");
        (await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}" }""")).Error(400, null);
        await adapter.PollAsync(thread, run);
        await adapter.GetAsync($"threads/{thread}/runs?limit=5");
        (await adapter.SendAsync("POST", $"threads/{thread}/runs/{run}", """{"metadata":{"a":"c"}}""")).Ok();
        (await adapter.SendAsync("POST", $"threads/{thread}/runs/{run}", """{"metadata":{"a":1}}""")).Error(400, "metadata.a");
        (await adapter.SendAsync("POST", $"threads/{thread}/runs/{run}/cancel")).Error(400, null);
        JsonElement[] steps = await adapter.ListAsync($"threads/{thread}/runs/{run}/steps");
        await adapter.GetAsync($"threads/{thread}/runs/{run}/steps/{Id(steps[0])}");

        await adapter.AddMessageAsync(thread, "search the secret");
        string search = await adapter.StartRunAsync(thread, assistant);
        await adapter.PollAsync(thread, search);
        await adapter.ListAsync($"threads/{thread}/runs/{search}/steps?include[]=step_details.tool_calls[*].file_search.results[*].content");
        await adapter.ListAsync($"threads/{thread}/messages?run_id={search}");
        foreach (string message in new[] { "fail please", "stop short", "refuse" })
        {
            await adapter.AddMessageAsync(thread, message);
            await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant, "\"instructions\":\"Briefly.\",\"max_completion_tokens\":300"));
            await adapter.ListAsync($"threads/{thread}/messages?limit=1");
        }
        (await adapter.SendAsync("POST", $"threads/{thread}/runs", """{"assistant_id":"asst_none"}""")).Error(404, null);
    }

    private static async Task ToolsAsync(AdapterFixture adapter, string assistant)
    {
        string thread = await adapter.CreateThreadAsync("two calls");
        JsonElement waiting = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));
        string[] calls =
        [
            .. waiting.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls").EnumerateArray().Select(Id),
        ];
        await adapter.ListAsync($"{AdapterFixture.PathOf(waiting)}/steps");
        (await adapter.SubmitAsync(waiting, (calls[0], "1"))).Error(400, null);
        (await adapter.SubmitAsync(waiting, (calls[0], "1"), (calls[1], "2"))).Ok();
        await adapter.PollAsync(thread, Id(waiting));
        await adapter.ListAsync($"{AdapterFixture.PathOf(waiting)}/steps");

        string cancelled = await adapter.CreateThreadAsync("one call");
        JsonElement second = await adapter.PollAsync(cancelled, await adapter.StartRunAsync(cancelled, assistant));
        (await adapter.SendAsync("POST", $"{AdapterFixture.PathOf(second)}/cancel")).Ok();
        await adapter.PollAsync(cancelled, Id(second));
        await adapter.ListAsync($"{AdapterFixture.PathOf(second)}/steps");
    }

    private static async Task ThreadAndRunAsync(AdapterFixture adapter, string assistant)
    {
        JsonElement run = (await adapter.SendAsync(
            "POST",
            "threads/runs",
            $$$"""
            {"assistant_id":"{{{assistant}}}","thread":{"messages":[{"role":"user","content":"hello"}]},"tool_resources":{"code_interpreter":{"file_ids":[]}},
             "tools":[{"type":"code_interpreter"}],"truncation_strategy":{"type":"last_messages","last_messages":3}}
            """)).Ok();
        await adapter.PollAsync(run.GetProperty("thread_id").GetString()!, Id(run));
        (await adapter.SendAsync("POST", "threads/runs", "{}")).Error(400, "assistant_id");
    }

    private static async Task FilesAsync(AdapterFixture adapter, string file)
    {
        await adapter.GetAsync("files");
        JsonElement[] made = await adapter.ListAsync("files?purpose=assistants_output");
        string generated = Id(made[0]);
        await adapter.GetAsync($"files/{generated}");
        Assert.Equal(200, (await adapter.SendAsync("GET", $"files/{generated}/content")).Status);
        (await adapter.SendAsync("DELETE", $"files/{generated}")).Ok();
        await adapter.GetAsync($"files/{file}");
        Assert.Equal(400, (await adapter.SendAsync("GET", $"files/{file}/content")).Status);

        string store = Id((await adapter.SendAsync("POST", "vector_stores", $$"""{"name":"s","file_ids":["{{file}}"] }""")).Ok());
        await adapter.GetAsync($"vector_stores/{store}");
        await adapter.GetAsync("vector_stores?limit=2");
        await adapter.GetAsync($"vector_stores/{store}/files");
        await adapter.GetAsync($"vector_stores/{store}/files/{file}");
        LegacyAnswer search = await adapter.SendAsync("POST", $"vector_stores/{store}/search", """{"query":"secret"}""");
        Assert.Equal(adapter.KeepsTranscripts ? 400 : 200, search.Status);
        (await adapter.SendAsync("POST", $"vector_stores/{store}", """{"name":"t"}""")).Ok();
        string batch = Id((await adapter.SendAsync("POST", $"vector_stores/{store}/file_batches", $$"""{"file_ids":["{{file}}"]}""")).Ok());
        await adapter.GetAsync($"vector_stores/{store}/file_batches/{batch}");
        await adapter.GetAsync($"vector_stores/{store}/file_batches/{batch}/files");
        (await adapter.SendAsync("DELETE", $"vector_stores/{store}/files/{file}")).Ok();
        (await adapter.SendAsync("DELETE", $"vector_stores/{store}")).Ok();
        (await adapter.SendAsync("DELETE", $"files/{file}")).Ok();
    }

    private static async Task UnknownAsync(AdapterFixture adapter)
    {
        string thread = await adapter.CreateThreadAsync("hello");
        foreach ((string method, string path) in new[]
        {
            ("GET", "assistants/asst_none"), ("POST", "assistants/asst_none"), ("DELETE", "assistants/asst_none"),
            ("GET", "threads/thread_none"), ("POST", "threads/thread_none"), ("DELETE", "threads/thread_none"),
            ("GET", "threads/thread_none/messages"), ("GET", $"threads/{thread}/messages/msg_none"),
            ("POST", $"threads/{thread}/messages/msg_none"), ("DELETE", $"threads/{thread}/messages/msg_none"),
            ("GET", "threads/thread_none/runs"), ("GET", $"threads/{thread}/runs/run_none"), ("POST", $"threads/{thread}/runs/run_none"),
            ("POST", $"threads/{thread}/runs/run_none/cancel"), ("GET", $"threads/{thread}/runs/run_none/steps"),
            ("GET", $"threads/{thread}/runs/run_none/steps/step_none"),
        })
        {
            LegacyAnswer answer = await adapter.SendAsync(method, path);
            Assert.True(answer.Status == 404, $"{method} {path}: {answer.Status} {Encoding.UTF8.GetString(answer.Body)}");
            answer.Error(404, null);
        }
        (await adapter.SendAsync("POST", $"threads/{thread}/runs/run_none/submit_tool_outputs", """{"tool_outputs":[]}""")).Error(404, null);
    }

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;
}
