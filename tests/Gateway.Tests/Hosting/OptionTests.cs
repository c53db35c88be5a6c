using System.Net;
using System.Text.Json;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Hosting;

public sealed class OptionTests
{
    [Fact]
    public async Task RunExpiry_OfTheOptions_IsTheRuns()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.RunExpiry = TimeSpan.FromSeconds(77));
        string assistant = (await world.SendAsync("POST", "/v1/assistants", """{"model":"gpt-4o"}""")).Id();

        JsonElement run = (await world.SendAsync(
            "POST", "/v1/threads/runs",
            $$$"""{"assistant_id":"{{{assistant}}}","thread":{"messages":[{"role":"user","content":"Hello"}]}}""")).Ok();

        Assert.Equal(77, run.GetProperty("expires_at").GetInt64() - run.GetProperty("created_at").GetInt64());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task MaxRetries_OfTheOptions_AreSent(int retries, int calls)
    {
        int sent = 0;
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents =>
        {
            agents.MaxRetries = retries;
            agents.Transport = new StubTarget((_, _) =>
            {
                Interlocked.Increment(ref sent);
                return Task.FromResult(Overloaded());
            });
        });

        Answer answer = await world.SendAsync("GET", "/v1/files");

        answer.Error(429, "rate_limit_exceeded");
        Assert.Equal("0", answer.Headers["Retry-After"]);
        Assert.Equal(calls, sent);
    }

    private static HttpResponseMessage Overloaded()
    {
        HttpResponseMessage response = new(HttpStatusCode.TooManyRequests) { Content = new StringContent("{}") };
        response.Headers.TryAddWithoutValidation("Retry-After", "0");
        return response;
    }
}
