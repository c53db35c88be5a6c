using System.Text.Json;
using AgentsMigration.Emulator;
using AgentsMigration.Gateway.Tests.Support;

namespace AgentsMigration.Gateway.Tests.Operations;

/// <summary>The migration's to-do list, over restarts and in another process than the gateway.</summary>
public sealed class DeprecationTests : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Deprecation_AfterTwoGateways_CountsWhoCalledWhat()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs POSIX signals.");
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(cancellationToken: Cancelled);
        await CallAsync(emulator, "OpenAI/JS 4.104.0", "shop-key", calls: 2);
        await CallAsync(emulator, "OpenAI/JS 4.104.0", "shop-key", calls: 1);
        await CallAsync(emulator, "azsdk-net-AI.OpenAI.Assistants/1.0.0-beta.4 (.NET 9.0; Linux)", "blog-key", calls: 1);

        JsonElement[] report = [.. JsonElement.Parse(await ReportAsync("--json")).EnumerateArray()];
        string table = await ReportAsync();

        Assert.Equal(["blog", "shop"], report.Select(line => line.GetProperty("tenant").GetString()));
        Assert.Equal([1, 3], report.Select(line => line.GetProperty("count").GetInt32()));
        Assert.Equal("azsdk-net-AI.OpenAI.Assistants/1.0.0-beta.4", report[0].GetProperty("client").GetString());
        Assert.Equal("GET /assistants", report[1].GetProperty("operation").GetString());
        Assert.Matches("^TENANT  KEY +PROGRAM +OPERATION +CALLS  LAST", table);
        Assert.DoesNotContain("shop-key", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--state must be sqlite:PATH or postgres:CONNECTION", "memory")]
    [InlineData("There is no state in ", "sqlite:nowhere.db")]
    public async Task Deprecation_NoState_SaysSo(string message, string state)
    {
        using ToolProcess tool = ToolProcess.Start(_folder, NoEnvironment, "deprecation", "--state", state);

        (int exitCode, _, string errors) = await tool.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    private async Task CallAsync(EmulatorServer emulator, string userAgent, string key, int calls)
    {
        using ToolProcess tool = ToolProcess.Start(
            _folder, NoEnvironment,
            "serve", "--target", "openai", "--api-key", "k", "--endpoint", emulator.OpenAIEndpoint.ToString(), "--urls", "http://127.0.0.1:0",
            "--gateway-key", "shop:shop-key", "--gateway-key", "blog:blog-key");
        using HttpClient client = new() { BaseAddress = new Uri((await tool.ReadLineAsync()).Split(' ')[1]) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        client.DefaultRequestHeaders.Add("api-key", key);
        for (int i = 0; i < calls; i++)
            (await client.GetAsync("/v1/assistants", Cancelled)).EnsureSuccessStatusCode();
        await tool.TerminateAsync();
        Assert.Equal(0, (await tool.EndAsync()).ExitCode);
    }

    private async Task<string> ReportAsync(params string[] arguments)
    {
        using ToolProcess tool = ToolProcess.Start(_folder, NoEnvironment, ["deprecation", .. arguments]);
        (int exitCode, string output, string errors) = await tool.EndAsync();
        Assert.True(exitCode == 0, errors);
        return output;
    }
}
