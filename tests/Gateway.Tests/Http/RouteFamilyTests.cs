using System.Text;
using System.Text.Json;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Http;

/// <summary>Every family of routes through every prefix: what a client of that service does first.</summary>
public sealed class RouteFamilyTests
{
    private const string Hub = "/agents/v1.0/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/files";

    [Theory]
    [InlineData("/v1", "", false)]
    [InlineData("/openai", "api-version=2024-05-01-preview", true)]
    [InlineData("/openai/v1", "", true)]
    [InlineData("/api/projects/threads", "api%2Dversion=v1", true)]
    [InlineData(Hub, "api-version=2024-07-01-preview", true)]
    public async Task Map_EveryRouteFamily_AnswersUnderThePrefix(string prefix, string query, bool azure)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();
        string At(string path) => $"{prefix}{path}?{query}";

        Answer created = await world.SendAsync("POST", At("/assistants"), """{"model":"gpt-4o","name":"Smoke"}""");
        string assistant = created.Id();
        Assert.Equal(azure, created.Headers.ContainsKey("apim-request-id") && created.Headers.ContainsKey("x-ms-request-id"));
        Assert.Equal("2020-10-01", created.Headers["openai-version"]);
        Assert.True(int.Parse(created.Headers["openai-processing-ms"]) >= 0);

        // Without a body, as .NET creates threads.
        string thread = (await world.SendAsync("POST", At("/threads"))).Id();
        (await world.SendAsync("POST", At($"/threads/{thread}/messages"), """{"role":"user","content":"Hello there"}""")).Ok();
        string run = (await world.SendAsync(
            "POST", At($"/threads/{thread}/runs"), $$"""{"assistant_id":"{{assistant}}","stream":false}""")).Id();
        JsonElement ended;
        do
            ended = (await world.SendAsync("GET", At($"/threads/{thread}/runs/{run}"))).Ok();
        while (ended.GetProperty("status").GetString() is "queued" or "in_progress");
        Assert.Equal("completed", ended.GetProperty("status").GetString());

        Assert.Equal(2, await CountAsync(world, At($"/threads/{thread}/messages")));
        Assert.Equal(1, await CountAsync(world, At($"/threads/{thread}/runs/{run}/steps")));
        Assert.Equal(0, await CountAsync(world, At("/vector_stores")));
        Assert.Equal(0, await CountAsync(world, At("/files")));
        Assert.Equal("Smoke", (await world.SendAsync("GET", At($"/assistants/{assistant}"))).Ok().GetProperty("name").GetString());
        Assert.Empty(world.Log.Errors);
    }

    [Fact]
    public async Task Map_EscapedIdAndTrailingSlash_AreTheSameThread()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();
        string thread = (await world.SendAsync("POST", "/v1/threads")).Id();

        string escaped = thread.Replace("_", "%5F", StringComparison.Ordinal);

        Assert.Equal(thread, (await world.SendAsync("GET", $"/v1/threads/{escaped}/")).Id());
    }

    [Fact]
    public async Task Map_StreamingRun_EndsWithDone()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();
        string assistant = (await world.SendAsync("POST", "/v1/assistants", """{"model":"gpt-4o"}""")).Id();

        Answer stream = await world.SendAsync(
            "POST", "/v1/threads/runs",
            $$$"""{"assistant_id":"{{{assistant}}}","stream":true,"thread":{"messages":[{"role":"user","content":"Hello"}]}}""");

        string events = Encoding.UTF8.GetString(stream.Body);
        Assert.Equal(200, stream.Status);
        Assert.StartsWith("text/event-stream", stream.ContentType, StringComparison.Ordinal);
        Assert.StartsWith("event: thread.created\n", events, StringComparison.Ordinal);
        Assert.EndsWith("event: done\ndata: [DONE]\n\n", events, StringComparison.Ordinal);
    }

    private static async Task<int> CountAsync(GatewayWorld world, string path) =>
        (await world.SendAsync("GET", path)).Ok().GetProperty("data").GetArrayLength();
}
