using System.Net;
using System.Net.Sockets;

namespace AgentsMigration.Tool.Tests;

public sealed class EmulateCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Emulate_FreePort_PrintsOneReadyLineAndServesUntilTerminated()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs POSIX signals.");
        using ToolProcess tool = ToolProcess.Start("emulate", "--urls", "http://127.0.0.1:0", "--api-key", "the-key");
        string line = await tool.ReadLineAsync();
        Assert.Matches(@"^Ready: http://127\.0\.0\.1:\d+/ \(OpenAI http://\S+/v1, Foundry http://\S+/api/projects/local\)$", line);

        using HttpClient http = new();
        Uri files = new(line.Split(' ')[1] + "v1/files");
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(files, Cancelled)).StatusCode);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "the-key");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(files, Cancelled)).StatusCode);

        (int exitCode, string rest) = await tool.TerminateAsync();
        Assert.Equal((0, ""), (exitCode, rest));
    }

    [Theory]
    [InlineData("'nowhere' is not a URL such as http://127.0.0.1:8090.", "--urls", "nowhere")]
    [InlineData("The emulator serves http only, not 'https://127.0.0.1:1'.", "--urls", "https://127.0.0.1:1")]
    [InlineData("'http://127.0.0.1:0/v1' must not have a path.", "--urls", "http://127.0.0.1:0/v1")]
    [InlineData("The script 'no-such.json' does not exist.", "--script", "no-such.json")]
    [InlineData("--port", "--port", "1")]
    public async Task Emulate_WrongArgument_FailsWithAMessage(string message, params string[] arguments)
    {
        (int exitCode, _, string errors) = await ToolProcess.RunAsync(["emulate", .. arguments]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n\"rules\": [,]\n}", "Line 2, column 11: not valid JSON.")]
    [InlineData("""{"rules":[{"name":"chart","when":{},"output":[{"say":"x"}]}]}""", "Rule 1 ('chart'), output[0]: needs exactly one of")]
    public async Task Emulate_InvalidScript_NamesThePlace(string script, string message)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, script, Cancelled);
        try
        {
            (int exitCode, string output, string errors) = await ToolProcess.RunAsync("emulate", "--urls",
                "http://127.0.0.1:0", "--script", path);
            Assert.Equal((1, ""), (exitCode, output));
            Assert.Contains(path, errors, StringComparison.Ordinal);
            Assert.Contains(message, errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Emulate_PortInUse_FailsWithAMessage()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        (int exitCode, _, string errors) = await ToolProcess.RunAsync("emulate", "--urls", url);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"error: Cannot listen on {url}: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emulate_Help_HasAnExample()
    {
        (int exitCode, string output, _) = await ToolProcess.RunAsync("emulate", "--help");
        Assert.Equal(0, exitCode);
        Assert.Contains("agents-migration emulate --urls http://127.0.0.1:8090", output, StringComparison.Ordinal);
    }
}
