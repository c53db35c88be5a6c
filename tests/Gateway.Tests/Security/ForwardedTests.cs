using System.Buffers.Text;
using System.Text;
using AgentsMigration.Adapter;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Security;

/// <summary>The caller's own credential goes upstream: the target decides who may call.</summary>
public sealed class ForwardedTests
{
    private const string Key = "the target's key";

    [Fact]
    public async Task Forward_KeyThatTheTargetTakes_OpensTheGateway()
    {
        await using GatewayWorld world = await StartAsync();

        Things things = await Things.CreateAsync(world, Key);

        await things.AssertUnharmedAsync(world, Key);
    }

    [Fact]
    public async Task Forward_OtherKey_IsTheTargetsRefusalAndReadsNoState()
    {
        await using GatewayWorld world = await StartAsync();
        Things things = await Things.CreateAsync(world, Key);

        foreach (string path in new[] { "assistants", $"assistants/{things.Assistant}", $"threads/{things.Thread}/runs", $"files/{things.File}" })
        {
            string message = (await world.SendAsync("GET", $"/v1/{path}", null, "another")).Error(401, "invalid_api_key");
            Assert.DoesNotContain("another", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Forward_NoCredential_IsAskedFor()
    {
        await using GatewayWorld world = await StartAsync();

        Assert.StartsWith("You didn't provide an API key.", (await world.SendAsync("GET", "/v1/assistants")).Error(401, null), StringComparison.Ordinal);
    }

    /// <summary>Tokens change hourly: whoever has a new one is still the same caller, and a new identity is not.</summary>
    [Fact]
    public async Task Forward_EntraTokens_AreTheirIdentitys()
    {
        List<string> sent = [];
        using SocketsHttpHandler network = new();
        await using GatewayWorld world = await GatewayWorld.StartAsync(
            target => V2Target.FoundryAsCaller(target.ProjectEndpoint),
            agents => agents.Transport = new Spy(network, sent));
        string assistant = (await SendAsync(world, "POST", "assistants", Token("oid-1", 1), """{"model":"m"}""")).Id();

        Assert.Equal(200, (await SendAsync(world, "GET", $"assistants/{assistant}", Token("oid-1", 2))).Status);
        Assert.Equal(404, (await SendAsync(world, "GET", $"assistants/{assistant}", Token("oid-2", 1))).Status);
        Assert.Contains($"Bearer {Token("oid-1", 1)}", sent);
        Assert.Contains($"Bearer {Token("oid-1", 2)}", sent);
    }

    [Fact]
    public async Task Forward_KeyForAzureAsBearer_GoesOnAsApiKey()
    {
        await using GatewayWorld world = await GatewayWorld.StartAsync(
            target => V2Target.FoundryAsCaller(target.ProjectEndpoint), emulatorKey: Key);
        world.Client.DefaultRequestHeaders.Authorization = new("Bearer", Key);

        Assert.Equal(200, (await world.SendAsync("GET", "/api/projects/p/assistants?api-version=v1")).Status);
    }

    [Fact]
    public async Task Forward_KeysOfTheGatewayAsWell_IsRefused()
    {
        ArgumentException failure = await Assert.ThrowsAsync<ArgumentException>(() => GatewayServer.StartAsync(
            new GatewayServerOptions { Urls = ["http://127.0.0.1:0"] },
            agents =>
            {
                agents.Target = V2Target.OpenAIAsCaller();
                agents.AddKey("key");
            },
            TestContext.Current.CancellationToken));

        Assert.StartsWith("A caller has one credential", failure.Message, StringComparison.Ordinal);
    }

    private static Task<GatewayWorld> StartAsync() =>
        GatewayWorld.StartAsync(target => V2Target.OpenAIAsCaller(target.OpenAIEndpoint), emulatorKey: Key);

    private static async Task<Answer> SendAsync(GatewayWorld world, string method, string path, string token, string? json = null)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), $"/api/projects/p/{path}?api-version=v1");
        request.Headers.Authorization = new("Bearer", token);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await world.SendAsync(request);
    }

    private static string Token(string identity, int issued) =>
        $"{Part("""{"alg":"RS256"}""")}.{Part($$"""{"tid":"t","oid":"{{identity}}","iat":{{issued}}}""")}.{Part("signature")}";

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private sealed class Spy(HttpMessageHandler inner, List<string> sent) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (sent)
                sent.Add(request.Headers.Authorization?.ToString() ?? "");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
