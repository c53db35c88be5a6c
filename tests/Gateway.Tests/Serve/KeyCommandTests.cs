using System.Net;
using AgentsMigration.Emulator;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Serve;

public sealed class KeyCommandTests : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What the command prints for the settings opens the gateway to what it prints for the caller.</summary>
    [Fact]
    public async Task Key_Made_OpensItsTenant()
    {
        (string shopKey, string shopSetting) = await MakeAsync("--tenant", "shop");
        (string otherKey, string otherSetting) = await MakeAsync();
        Assert.DoesNotContain(shopKey, shopSetting, StringComparison.Ordinal);
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(cancellationToken: Cancelled);
        using ToolProcess tool = ToolProcess.Start(
            _folder, new Dictionary<string, string> { ["Gateway__Keys__0"] = shopSetting, ["Gateway__Keys__1"] = otherSetting },
            "serve", "--target", "openai", "--api-key", "k", "--endpoint", emulator.OpenAIEndpoint.ToString(), "--urls", "http://127.0.0.1:0");
        using HttpClient client = new() { BaseAddress = new Uri((await tool.ReadLineAsync()).Split(' ')[1]) };

        string assistant = await CreateAssistantAsync(client, shopKey);

        Assert.Equal(HttpStatusCode.OK, await GetAsync(client, shopKey, assistant));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync(client, otherKey, assistant));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(client, shopSetting, assistant));
    }

    [Fact]
    public async Task Key_TenantThatIsNone_IsNamed()
    {
        using ToolProcess tool = ToolProcess.Start(_folder, NoEnvironment, "serve", "key", "--tenant", "Shop A");

        (int exitCode, _, string errors) = await tool.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("error: --tenant: a tenant's name has lower-case letters", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_ForwardCredentials_LetsTheTargetDecide()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { ApiKey = "target-key" }, Cancelled);
        using ToolProcess tool = ToolProcess.Start(
            _folder, NoEnvironment,
            "serve", "--target", "openai", "--endpoint", emulator.OpenAIEndpoint.ToString(), "--forward-credentials", "--urls", "http://0.0.0.0:0");
        Uri address = new UriBuilder((await tool.ReadLineAsync()).Split(' ')[1]) { Host = "127.0.0.1" }.Uri;
        using HttpClient client = new() { BaseAddress = address };

        string assistant = await CreateAssistantAsync(client, "target-key");

        Assert.Equal(HttpStatusCode.OK, await GetAsync(client, "target-key", assistant));
        Assert.Equal(HttpStatusCode.Unauthorized, await GetAsync(client, "another", assistant));
    }

    private async Task<(string Key, string Setting)> MakeAsync(params string[] arguments)
    {
        using ToolProcess tool = ToolProcess.Start(_folder, NoEnvironment, ["serve", "key", .. arguments]);
        string[] lines = (await tool.EndAsync()).Output.Split('\n');
        return (lines[0].Split(' ')[^1].Trim(), lines[1].Split(' ')[^1].Trim());
    }

    private static async Task<HttpStatusCode> GetAsync(HttpClient client, string key, string assistant)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/v1/assistants/{assistant}");
        request.Headers.Add("api-key", key);
        using HttpResponseMessage response = await client.SendAsync(request, Cancelled);
        return response.StatusCode;
    }

    private static async Task<string> CreateAssistantAsync(HttpClient client, string key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/assistants") { Content = new StringContent("""{"model":"m"}""") };
        request.Headers.Add("api-key", key);
        using HttpResponseMessage response = await client.SendAsync(request, Cancelled);
        response.EnsureSuccessStatusCode();
        return System.Text.Json.JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(Cancelled)).GetProperty("id").GetString()!;
    }
}
