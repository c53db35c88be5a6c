using System.Net.Http.Headers;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Security;

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

    [Theory]
    [InlineData("Host", "attacker.example", 403)]
    [InlineData("Host", "localhost.attacker.example", 403)]
    [InlineData("Host", "localhost", 200)]
    [InlineData("Host", "[::1]:80", 200)]
    [InlineData("Origin", "https://attacker.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "http://localhost:3000", 200)]
    public async Task NoKey_PageOfAnotherSite_IsForbidden(string header, string value, int status)
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync();
        world.Client.DefaultRequestHeaders.Add(header, value);

        Answer answer = await world.SendAsync("GET", "/v1/assistants");

        Assert.Equal(status, answer.Status);
        if (status != 200)
            Assert.StartsWith("The gateway has no key and answers", answer.Error(status, "forbidden"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_BehindAProxyWithItsOwnName_OpensTheGateway()
    {
        await using GatewayWorld world = await StartAsync();
        world.Client.DefaultRequestHeaders.Host = "gateway.example";
        world.Client.DefaultRequestHeaders.Add("api-key", "first");

        (await world.SendAsync("GET", "/v1/assistants")).Ok();
    }

    private static Task<GatewayWorld> StartAsync() => GatewayWorld.StartAsync(agents =>
    {
        agents.AddKey("first");
        agents.AddKey("second");
    });
}
