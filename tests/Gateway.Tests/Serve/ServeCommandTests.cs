using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using AgentsMigration.Emulator;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Serve;

/// <summary>The command, really run.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--target is missing: foundry, openai, azure-openai or responses.")]
    [InlineData("--target must be foundry, openai, azure-openai or responses, not 'bedrock'.", "--target", "bedrock")]
    [InlineData("--endpoint is missing: ", "--target", "foundry")]
    [InlineData("--endpoint must be an absolute http(s) URL, not 'there'.", "--target", "foundry", "--endpoint", "there")]
    [InlineData("--api-key is missing: ", "--target", "openai")]
    [InlineData("--state must be memory, sqlite:PATH or postgres:CONNECTION.", "--state", "redis:Password=x")]
    [InlineData("--state must be memory, sqlite:PATH or postgres:CONNECTION.", "--state", "sqlite:")]
    [InlineData("The PostgreSQL connection string names no Host.", "--target", "openai", "--api-key", "k", "--state", "postgres:Password=x")]
    [InlineData("--files needs --state sqlite:PATH", "--state", "memory", "--files", "out")]
    [InlineData("--endpoint is missing: https://{resource}.openai.azure.com.", "--target", "azure-openai")]
    [InlineData("--endpoint is missing: the base URL", "--target", "responses")]
    [InlineData("--api-key is missing: ", "--target", "responses", "--endpoint", "http://localhost:1")]
    [InlineData("--gateway-key: a key must not be empty.", "--gateway-key", " ")]
    [InlineData("--gateway-key: behind sha256: stand 64 hexadecimal digits.", "--gateway-key", "shop:sha256:abc")]
    [InlineData("--gateway-key and --forward-credentials exclude each other", "--forward-credentials", "--gateway-key", "k")]
    [InlineData("--api-key and --forward-credentials exclude each other", "--forward-credentials", "--api-key", "k")]
    [InlineData("--max-json must be a size such as 500000, 4M or 1G, not '4X'.", "--max-json", "4X")]
    [InlineData("--max-file must be a size", "--max-file", "0")]
    [InlineData("--drain-time must be a time", "--drain-time", "1")]
    [InlineData("--log-level must be one of trace, debug,", "--log-level", "loud")]
    [InlineData("--log-format must be one of text, json, not '1'.", "--log-format", "1")]
    [InlineData("--cert: none.pem cannot be used: ", "--cert", "none.pem")]
    [InlineData("--cert-key and Gateway:CertPassword need --cert.", "--cert-key", "none.pem")]
    [InlineData("--run-expiry must be a time such as 10m", "--run-expiry", "soon")]
    [InlineData("--run-expiry must be a time such as 10m", "--run-expiry", "0s")]
    [InlineData("--max-retries must be a number from 0 to 20, not '-1'.", "--max-retries", "-1")]
    [InlineData("'http://0.0.0.0:0' can be reached from other machines", "--target", "openai", "--api-key", "k", "--urls", "http://0.0.0.0:0")]
    [InlineData("'ftp://127.0.0.1' is not a URL to listen on", "--target", "openai", "--api-key", "k", "--urls", "ftp://127.0.0.1")]
    [InlineData("'https://127.0.0.1:0' needs a certificate", "--target", "openai", "--api-key", "k", "--urls", "https://127.0.0.1:0")]
    public async Task Serve_WrongSetting_IsNamedAndNothingListens(string message, params string[] arguments)
    {
        using ToolProcess tool = ToolProcess.Start(_folder, NoEnvironment, ["serve", .. arguments]);

        (int exitCode, string output, string errors) = await tool.EndAsync();

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains($"error: {message}", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=x", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_SeveralWrongSettings_NamesThemAll()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), """{"Gateway":{"Tarjet":"openai"}}""", Cancelled);
        using ToolProcess tool = ToolProcess.Start(
            _folder, new Dictionary<string, string> { ["Gateway__MaxRetries"] = "many" }, "serve", "--target", "openai",
            "--urls", "http://0.0.0.0:1;https://127.0.0.1:2");

        string errors = (await tool.EndAsync()).Errors;

        Assert.Contains("There is no setting Gateway:Tarjet.", errors, StringComparison.Ordinal);
        Assert.Contains("--max-retries must be", errors, StringComparison.Ordinal);
        Assert.Contains("--api-key is missing", errors, StringComparison.Ordinal);
        Assert.Contains("'http://0.0.0.0:1' can be reached", errors, StringComparison.Ordinal);
        Assert.Contains("'https://127.0.0.1:2' needs a certificate", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_SettingsFileThatIsNotJson_IsNamed()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), "{", Cancelled);
        using ToolProcess tool = ToolProcess.Start(_folder, NoEnvironment, "serve");

        (int exitCode, _, string errors) = await tool.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("appsettings.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_PortInUse_FailsWithAMessage()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        using ToolProcess tool = ToolProcess.Start(
            _folder, NoEnvironment, "serve", "--target", "openai", "--api-key", "k", "--state", "memory", "--urls", url);

        (int exitCode, _, string errors) = await tool.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("error: Cannot start: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_Help_HasExamplesAndSettings()
    {
        using ToolProcess tool = ToolProcess.Start(_folder, NoEnvironment, "serve", "--help");

        (int exitCode, string output, _) = await tool.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("agents-migration serve --target foundry --endpoint https://", output, StringComparison.Ordinal);
        Assert.Contains("[Gateway:RunExpiry]", output, StringComparison.Ordinal);
    }

    /// <summary>All three sources at once, the state across a restart, and the end.</summary>
    [Fact]
    public async Task Serve_SettingsFromEverywhere_KeepsItsStateAndEndsCleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs POSIX signals.");
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { ApiKey = "target-key" }, Cancelled);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "appsettings.json"),
            """{"Gateway":{"Target":"foundry","Keys":["of the file"],"RunExpiry":"00:05:00","ApiKey":"wrong"}}""",
            Cancelled);
        Dictionary<string, string> environment = new()
        {
            ["Gateway__ApiKey"] = "target-key",
            ["Gateway__Endpoint"] = "http://127.0.0.1:1/wrong",
        };
        string[] arguments =
        [
            "serve", "--urls", "http://127.0.0.1:0", "--target", "openai", "--endpoint", emulator.OpenAIEndpoint.ToString(),
            "--gateway-key", "one", "--gateway-key", "two",
        ];

        string assistant = "";
        foreach (string key in new[] { "one", "two" })
        {
            using ToolProcess tool = ToolProcess.Start(_folder, environment, arguments);
            string ready = await tool.ReadLineAsync();
            Assert.Matches(@"^Ready: http://127\.0\.0\.1:\d+/ -> OpenAI http://\S+/v1 \(state: .*agents-migration\.db\)$", ready);
            using HttpClient client = new() { BaseAddress = new Uri(ready.Split(' ')[1]) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", "of the file");
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/v1/assistants", Cancelled)).StatusCode);

            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
            if (assistant.Length == 0)
                assistant = await CreateAssistantAsync(client);
            (await client.GetAsync($"/v1/assistants/{assistant}", Cancelled)).EnsureSuccessStatusCode();
            (await client.GetAsync("/v1/files", Cancelled)).EnsureSuccessStatusCode();

            await tool.TerminateAsync();
            (int exitCode, string output, string errors) = await tool.EndAsync();
            Assert.Equal((0, "", ""), (exitCode, output, errors));
        }
    }

    /// <summary>The server's own lines would have the whole URL.</summary>
    [Fact]
    public async Task Serve_LogLevelInformation_HasOneLineForARequestAndNoUrl()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs POSIX signals.");
        using ToolProcess tool = ToolProcess.Start(
            _folder, NoEnvironment, "serve", "--urls", "http://127.0.0.1:0", "--target", "openai", "--api-key", "k",
            "--state", "memory", "--log-level", "information");
        using HttpClient client = new() { BaseAddress = new Uri((await tool.ReadLineAsync()).Split(' ')[1]) };
        (await client.GetAsync("/v1/assistants?api-key=of-the-query", Cancelled)).EnsureSuccessStatusCode();

        await tool.TerminateAsync();
        string errors = (await tool.EndAsync()).Errors;

        Assert.Single(errors.Split('\n'), line => line.Contains("GET /assistants 200", StringComparison.Ordinal));
        Assert.DoesNotContain("of-the-query", errors, StringComparison.Ordinal);
    }

    /// <summary>What clients with Entra ID need: they refuse plain http.</summary>
    [Fact]
    public async Task Serve_DevCertificate_IsTrustedByWhoeverReadsTheFile()
    {
        string file = Path.Combine(_folder, "dev.pem");
        using ToolProcess tool = ToolProcess.Start(
            _folder, NoEnvironment, "serve", "--target", "openai", "--api-key", "k", "--state", "memory",
            "--urls", "https://127.0.0.1:0;http://127.0.0.1:0", "--dev-cert", file);
        string[] ready = (await tool.ReadLineAsync()).Split(' ');
        Assert.Equal(("https", "http"), (new Uri(ready[1]).Scheme, new Uri(ready[2]).Scheme));

        using SocketsHttpHandler trusting = new();
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(file);
        trusting.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        trusting.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(authority);
        using HttpClient client = new(trusting);
        using HttpClient stranger = new();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(ready[1] + "healthz"), Cancelled)).StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(new Uri(ready[1] + "healthz"), Cancelled));
        Assert.DoesNotContain("PRIVATE KEY", await File.ReadAllTextAsync(file, Cancelled), StringComparison.Ordinal);
    }

    private static async Task<string> CreateAssistantAsync(HttpClient client)
    {
        using StringContent body = new("""{"model":"gpt-4o"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage made = await client.PostAsync("/v1/assistants", body, Cancelled);
        made.EnsureSuccessStatusCode();
        using JsonDocument json = JsonDocument.Parse(await made.Content.ReadAsStringAsync(Cancelled));
        return json.RootElement.GetProperty("id").GetString()!;
    }
}
