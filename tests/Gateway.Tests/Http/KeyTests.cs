using System.Net.Http.Headers;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Http;

public sealed class KeyTests
{
    [Theory]
    [InlineData("Authorization", "Bearer first")]
    [InlineData("Authorization", "bearer second")]
    [InlineData("api-key", "first")]
    [InlineData("api-key", "second")]
    public async Task Key_OneOfSeveral_OpensTheGateway(string header, string value)
    {
        await using GatewayWorld world = await StartAsync();
        world.Client.DefaultRequestHeaders.Add(header, value);

        (await world.SendAsync("GET", "/v1/assistants")).Ok();
    }

    [Theory]
    [InlineData("Authorization", "Bearer firs")]
    [InlineData("Authorization", "Bearer first,second")]
    [InlineData("Authorization", "Bearer FIRST")]
    [InlineData("api-key", "firstt")]
    public async Task Key_AnyOther_IsRefusedWithoutRepeatingIt(string header, string value)
    {
        await using GatewayWorld world = await StartAsync();
        world.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        Assert.Equal("Incorrect API key provided.", (await world.SendAsync("GET", "/v1/assistants")).Error(401, "invalid_api_key"));
    }

    [Theory]
    [InlineData("/v1/assistants")]
    [InlineData("/openai/threads/thread_1")]
    [InlineData("/api/projects/p/files")]
    [InlineData("/v1/models")]
    public async Task Key_None_IsAskedFor(string path)
    {
        await using GatewayWorld world = await StartAsync();
        world.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "Zmlyc3Q6");

        string message = (await world.SendAsync("GET", path)).Error(401, null);

        Assert.StartsWith("You didn't provide an API key.", message, StringComparison.Ordinal);
    }

    private static Task<GatewayWorld> StartAsync() => GatewayWorld.StartAsync(agents =>
    {
        agents.AddKey("first");
        agents.AddKey("second");
    });
}
