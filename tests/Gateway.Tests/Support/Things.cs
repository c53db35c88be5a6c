using System.Text.Json;

namespace AgentsMigration.Gateway.Tests.Support;

/// <summary>One of everything that a caller can make.</summary>
internal sealed record Things(string Assistant, string File, string Store, string Thread, string Message, string Run)
{
    private static readonly (string Method, string Path, string? Body)[] Templates =
    [
        ("GET", "assistants/<A>", null),
        ("POST", "assistants/<A>", """{"name":"taken"}"""),
        ("DELETE", "assistants/<A>", null),
        ("GET", "threads/<T>", null),
        ("POST", "threads/<T>", """{"metadata":{"taken":"yes"}}"""),
        ("DELETE", "threads/<T>", null),
        ("GET", "threads/<T>/messages", null),
        ("POST", "threads/<T>/messages", """{"role":"user","content":"taken"}"""),
        ("GET", "threads/<T>/messages/<M>", null),
        ("POST", "threads/<T>/messages/<M>", """{"metadata":{"taken":"yes"}}"""),
        ("DELETE", "threads/<T>/messages/<M>", null),
        ("GET", "threads/<T>/runs", null),
        ("POST", "threads/<T>/runs", """{"assistant_id":"<A>"}"""),
        ("GET", "threads/<T>/runs/<R>", null),
        ("POST", "threads/<T>/runs/<R>", """{"metadata":{"taken":"yes"}}"""),
        ("POST", "threads/<T>/runs/<R>/cancel", null),
        ("POST", "threads/<T>/runs/<R>/submit_tool_outputs", """{"tool_outputs":[]}"""),
        ("GET", "threads/<T>/runs/<R>/steps", null),
        ("POST", "threads/runs", """{"assistant_id":"<A>","thread":{"messages":[{"role":"user","content":"Hello"}]}}"""),
        ("GET", "files/<F>", null),
        ("GET", "files/<F>/content", null),
        ("DELETE", "files/<F>", null),
        ("POST", "threads", """{"tool_resources":{"code_interpreter":{"file_ids":["<F>"]}}}"""),
        ("POST", "threads", """{"tool_resources":{"file_search":{"vector_store_ids":["<V>"]}}}"""),
        ("POST", "threads", """{"messages":[{"role":"user","content":"a","attachments":[{"file_id":"<F>","tools":[{"type":"code_interpreter"}]}]}]}"""),
        ("POST", "threads", """{"messages":[{"role":"user","content":[{"type":"image_file","image_file":{"file_id":"<F>"}}]}]}"""),
        ("POST", "assistants", """{"model":"m","tools":[{"type":"code_interpreter"}],"tool_resources":{"code_interpreter":{"file_ids":["<F>"]}}}"""),
        ("POST", "vector_stores", """{"file_ids":["<F>"]}"""),
        ("GET", "vector_stores/<V>", null),
        ("POST", "vector_stores/<V>", """{"name":"taken"}"""),
        ("DELETE", "vector_stores/<V>", null),
        ("GET", "vector_stores/<V>/files", null),
        ("GET", "vector_stores/<V>/files/<F>", null),
        ("POST", "vector_stores/<V>/search", """{"query":"a"}"""),
        ("POST", "vector_stores/<V>/file_batches", """{"file_ids":["<F>"]}"""),
    ];

    public static async Task<Things> CreateAsync(GatewayWorld world, string key)
    {
        string file = (await world.UploadAsync(key)).Id();
        string store = (await world.SendAsync("POST", "/v1/vector_stores", $$"""{"file_ids":["{{file}}"]}""", key)).Id();
        string assistant = (await world.SendAsync("POST", "/v1/assistants", """{"model":"gpt-4o","instructions":"Help."}""", key)).Id();
        string thread = (await world.SendAsync("POST", "/v1/threads", null, key)).Id();
        string message = (await world.SendAsync(
            "POST", $"/v1/threads/{thread}/messages", """{"role":"user","content":"Hello"}""", key)).Id();
        string run = (await world.SendAsync("POST", $"/v1/threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""", key)).Id();
        await world.EndAsync(thread, run, key);
        return new Things(assistant, file, store, thread, message, run);
    }

    /// <summary>Calls that name one of these, in the path or in the body, that nobody else may make.</summary>
    public IEnumerable<(string Method, string Path, string? Body)> Calls()
    {
        return Templates.Select(call => (call.Method, "/v1/" + Fill(call.Path), call.Body is null ? null : Fill(call.Body)));

        string Fill(string text) => text.Replace("<A>", Assistant, StringComparison.Ordinal)
            .Replace("<F>", File, StringComparison.Ordinal)
            .Replace("<V>", Store, StringComparison.Ordinal)
            .Replace("<T>", Thread, StringComparison.Ordinal)
            .Replace("<M>", Message, StringComparison.Ordinal)
            .Replace("<R>", Run, StringComparison.Ordinal);
    }

    /// <summary>Everything is where it was, as it was.</summary>
    public async Task AssertUnharmedAsync(GatewayWorld world, string key)
    {
        foreach (string path in new[]
        {
            $"assistants/{Assistant}", $"files/{File}", $"vector_stores/{Store}", $"threads/{Thread}",
            $"threads/{Thread}/messages/{Message}", $"threads/{Thread}/runs/{Run}",
        })
        {
            JsonElement found = (await world.SendAsync("GET", $"/v1/{path}", null, key)).Ok();
            Assert.DoesNotContain("taken", found.GetRawText(), StringComparison.Ordinal);
        }
        JsonElement messages = (await world.SendAsync("GET", $"/v1/threads/{Thread}/messages", null, key)).Ok();
        Assert.Equal(2, messages.GetProperty("data").GetArrayLength());
    }
}
