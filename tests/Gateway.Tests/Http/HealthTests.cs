using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Http;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_WithKeys_AsksForNone()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.AddKey("key"));

        Assert.Equal("ok", (await world.SendAsync("GET", "/healthz")).Ok().GetProperty("status").GetString());
        Assert.Equal("ok", (await world.SendAsync("GET", "/readyz")).Ok().GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_AskedForTheHeadOnly_Answers(string path)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();

        Assert.Equal(200, (await world.SendAsync("HEAD", path)).Status);
    }

    [Theory]
    [InlineData(500, "The target cannot be reached.")]
    [InlineData(401, "The target refuses the gateway's credential.")]
    [InlineData(0, "The target cannot be reached.")]
    [InlineData(429, null)]
    [InlineData(404, null)]
    public async Task Ready_Target_MustAnswer(int status, string? problem)
    {
        int asked = 0;
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Transport = new StubTarget((_, _) =>
        {
            asked++;
            return status == 0
                ? throw new HttpRequestException("refused")
                : Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status));
        }));

        Answer ready = await world.SendAsync("GET", "/readyz");
        await world.SendAsync("GET", "/readyz");

        Assert.Equal(problem is null ? 200 : 503, ready.Status);
        Assert.Equal(problem, ready.Json.TryGetProperty("problem", out System.Text.Json.JsonElement text) ? text.GetString() : null);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Ready_StateThatFails_IsUnavailableAndAlive()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Documents = new FailingDocuments());

        Answer ready = await world.SendAsync("GET", "/readyz");

        Assert.Equal((503, "The state cannot be read."), (ready.Status, ready.Json.GetProperty("problem").GetString()));
        Assert.Equal(200, (await world.SendAsync("GET", "/healthz")).Status);
    }
}
