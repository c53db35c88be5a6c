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

    [Fact]
    public async Task Ready_StateThatFails_IsUnavailableAndAlive()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents => agents.Documents = new FailingDocuments());

        Answer ready = await world.SendAsync("GET", "/readyz");

        Assert.Equal((503, "The state cannot be read."), (ready.Status, ready.Json.GetProperty("problem").GetString()));
        Assert.Equal(200, (await world.SendAsync("GET", "/healthz")).Status);
    }
}
