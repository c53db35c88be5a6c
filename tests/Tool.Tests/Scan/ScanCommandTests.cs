using System.Text.Json;

namespace AgentsMigration.Tool.Tests.Scan;

/// <summary>The command, really run, over projects that were never restored: what a newcomer points it at first.</summary>
public sealed class ScanCommandTests : IDisposable
{
    private const string LegacyCode = """
        using Azure.AI.Agents.Persistent;

        class Charts(PersistentAgentsClient client)
        {
            async Task<string> Run(string threadId, string agentId)
            {
                ThreadRun run = await client.Runs.CreateRunAsync(threadId, agentId);
                return run.Id;
            }
        }
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Azure.AI.Agents.Persistent" Version="1.1.0" />
          </ItemGroup>
        </Project>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Scan_MultiTargetedProject_CountsEachSiteOnce()
    {
        await WriteAsync("src/App/App.csproj", Project);
        await WriteAsync("src/App/Charts.cs", LegacyCode);

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("scan", _folder, "--format", "json");

        Assert.Equal(2, exitCode);
        Assert.Contains("Scanning App", errors, StringComparison.Ordinal);
        Assert.Equal(
            ["src/App/App.csproj:7:AGM6005", "src/App/Charts.cs:3:AGM1003", "src/App/Charts.cs:7:AGM4001", "src/App/Charts.cs:8:AGM4018"],
            Sites(output));
    }

    [Fact]
    public async Task Scan_ProjectThatDoesNotLoad_IsReadByItsText()
    {
        await WriteAsync("Broken.csproj", "<Project Sdk=\"No.Such.Sdk/1.0.0\">");
        await WriteAsync("Charts.cs", LegacyCode);
        await WriteAsync("obj/Generated.cs", LegacyCode);

        (int exitCode, string output, _) = await ToolProcess.RunAsync("scan", Path.Combine(_folder, "Broken.csproj"), "--format", "json");

        Assert.Equal(2, exitCode);
        Assert.Equal(["Charts.cs:3:AGM1003", "Charts.cs:7:AGM4001", "Charts.cs:8:AGM4018"], Sites(output));
        Assert.NotEqual("", Parse(output).GetProperty("projects")[0].GetProperty("syntaxOnlyBecause").GetString());
    }

    [Fact]
    public async Task Scan_NothingLegacy_SaysSoAndExitsWithZero()
    {
        await WriteAsync("App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        await WriteAsync("App.cs", "class App { string Threads => \"too many threads\"; }");

        (int exitCode, string output, _) = await ToolProcess.RunAsync("scan", _folder);

        Assert.Equal((0, "Nothing left. 1 projects, no legacy call site."), (exitCode, output.Trim()));
    }

    [Fact]
    public async Task Scan_Solution_WritesTheReportToAFile()
    {
        await WriteAsync("App.slnx", "<Solution><Project Path=\"src/App/App.csproj\" /></Solution>");
        await WriteAsync("src/App/App.csproj", Project);
        await WriteAsync("src/App/Charts.cs", LegacyCode);
        await WriteAsync("src/Other/Other.cs", LegacyCode);
        string report = Path.Combine(_folder, "scan.sarif");

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync(
            "scan", Path.Combine(_folder, "App.slnx"), "--format", "sarif", "--output", report);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("4 sites", errors, StringComparison.Ordinal);
        JsonElement run = Parse(await File.ReadAllTextAsync(report, Cancelled)).GetProperty("runs")[0];
        Assert.All(
            run.GetProperty("results").EnumerateArray(),
            result => Assert.StartsWith(
                "src/App/",
                result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(),
                StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'no-such-folder' is not a solution, a project or a folder.", "no-such-folder")]
    [InlineData("'xml'", ".", "--format", "xml")]
    [InlineData("does not exist", ".", "--output", "no-such-folder/report.html")]
    public async Task Scan_WrongArgument_FailsWithOne(string message, params string[] arguments)
    {
        (int exitCode, _, string errors) = await ToolProcess.RunAsync(["scan", .. arguments]);

        Assert.Equal(1, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static IEnumerable<string> Sites(string json) => Parse(json).GetProperty("sites").EnumerateArray()
        .Select(site => $"{site.GetProperty("file").GetString()}:{site.GetProperty("line").GetInt32()}:{site.GetProperty("ruleId").GetString()}");

    private async Task WriteAsync(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text, Cancelled);
    }
}
