using AgentsMigration.Adapter;

namespace AgentsMigration.Gateway.Tests.Http;

public sealed class BindTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://192.0.2.1:0")]
    [InlineData("http://gateway.example:0")]
    [InlineData("http://localhost.example:0")]
    public async Task Start_PublicAddressWithoutKey_IsRefused(string url)
    {
        GatewayConfigurationException failure = await Assert.ThrowsAsync<GatewayConfigurationException>(() => StartAsync("http://127.0.0.1:0", url));

        Assert.StartsWith($"'{url}' can be reached from other machines", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1:0", "'https://127.0.0.1:0' needs a certificate.")]
    [InlineData("nowhere", "'nowhere' is not a URL to listen on such as http://127.0.0.1:8080.")]
    [InlineData("http://127.0.0.1:0/v1", "'http://127.0.0.1:0/v1' must be scheme, host and port only.")]
    public async Task Start_AddressThatCannotBeServed_SaysWhy(string url, string message)
    {
        GatewayConfigurationException failure = await Assert.ThrowsAsync<GatewayConfigurationException>(() => StartAsync(url));

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task Start_PublicAddressWithKey_Listens()
    {
        await using GatewayServer server = await GatewayServer.StartAsync(
            new GatewayServerOptions { Urls = ["http://0.0.0.0:0"] },
            agents =>
            {
                agents.Target = V2Target.OpenAI("key", new Uri("http://127.0.0.1:1/v1"));
                agents.AddKey("secret");
            },
            Cancelled);

        Assert.NotEqual(0, Assert.Single(server.Addresses).Port);
    }

    private static Task<GatewayServer> StartAsync(params string[] urls) => GatewayServer.StartAsync(
        new GatewayServerOptions { Urls = urls },
        agents => agents.Target = V2Target.OpenAI("key", new Uri("http://127.0.0.1:1/v1")),
        Cancelled);
}
