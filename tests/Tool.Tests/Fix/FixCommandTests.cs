using System.Text;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Tool.Tests.Fix;

/// <summary>The command, really run, over projects that are really restored.</summary>
public sealed class FixCommandTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NoWarn>OPENAI001</NoWarn>
          </PropertyGroup>
          <ItemGroup Condition="'$(TargetFramework)' == 'none'">
            <PackageReference Include="Nothing" Version="1.0.0" />
          </ItemGroup>
          <ItemGroup>
            <PackageReference Include="OpenAI" Version="2.13.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Clients = """
        using System.ClientModel;
        using OpenAI.Assistants;

        namespace App;

        public class Clients
        {
        #if NET10_0_OR_GREATER
            public AssistantClient New(string key) => new(new ApiKeyCredential(key)); // new
        #else
            public AssistantClient Old(string key) => new(new ApiKeyCredential(key)); // old
        #endif

            public AssistantClient Both(string key) => new(new ApiKeyCredential(key)); // both
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-fix-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Fix_MultiTargetedProject_ChangesEachBranchAndKeepsTheFormat()
    {
        await WriteAsync("src/App/App.csproj", Project);
        string windows = Clients.ReplaceLineEndings("\r\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "src/App/Clients.cs"), windows, new UTF8Encoding(true), Cancelled);
        await RestoreAsync("src/App");

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("fix", _folder, "--to", "adapter");

        Assert.True(exitCode == 0, output + errors);
        Assert.StartsWith("3 sites rewritten, 0 left, 2 files changed.", output, StringComparison.Ordinal);
        Assert.Contains("Fixing 1 files", errors, StringComparison.Ordinal);
        byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(_folder, "src/App/Clients.cs"), Cancelled);
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        string text = Encoding.UTF8.GetString(bytes);
        Assert.Equal(3, text.Split(".UseAgentsV2(SharedAdapter.ForOpenAI(key))").Length - 1);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(
            Project.Replace(
                "    <PackageReference Include=\"OpenAI\" Version=\"2.13.0\" />",
                "    <PackageReference Include=\"OpenAI\" Version=\"2.13.0\" />\n    <PackageReference Include=\"AgentsMigration.Adapter\" Version=\"0.1.0\" />",
                StringComparison.Ordinal),
            await ReadAsync("src/App/App.csproj"));

        (exitCode, output, _) = await ToolProcess.RunAsync("fix", _folder, "--to", "adapter", "--dry-run");
        Assert.Equal((0, ""), (exitCode, output));
    }

    [Fact]
    public async Task Fix_CentralPackageVersions_GoIntoTheirFile()
    {
        await WriteAsync("Directory.Packages.props", """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="OpenAI" Version="2.13.0" />
              </ItemGroup>
            </Project>

            """);
        await WriteAsync("App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NoWarn>OPENAI001</NoWarn></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="OpenAI" />
              </ItemGroup>
            </Project>

            """);
        await WriteAsync("App.cs", "class App { object Make(string key) => new OpenAI.Assistants.AssistantClient(key); }\n");
        await RestoreAsync(".");

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("fix", Path.Combine(_folder, "App.csproj"), "--to", "adapter");

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("    <PackageVersion Include=\"AgentsMigration.Adapter\" Version=\"0.1.0\" />\n", await ReadAsync("Directory.Packages.props"), StringComparison.Ordinal);
        Assert.Contains("    <PackageReference Include=\"AgentsMigration.Adapter\" />\n", await ReadAsync("App.csproj"), StringComparison.Ordinal);
        Assert.StartsWith(
            "using System.ClientModel;\nusing AgentsMigration.Adapter;\nusing OpenAI;\n\nclass App", await ReadAsync("App.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_FileOfSeveralProjectsAndFrameworks_IsRewrittenInEachBranch()
    {
        await WriteAsync("Shared/Threads.cs", """
            using OpenAI.Assistants;

            namespace Shared;

            internal static class Threads
            {
                public static async Task<string> AskAsync(AssistantClient client, AssistantThread thread, string question)
                {
            #if NET10_0_OR_GREATER
                    await client.CreateMessageAsync(thread.Id, MessageRole.User, [question]);
            #else
                    await client.CreateMessageAsync(thread.Id, MessageRole.User, new[] { MessageContent.FromText(question) });
            #endif
                    return thread.Id;
                }
            }

            """);
        string linked = Project.Replace("  <ItemGroup>\n    <Pack", "  <ItemGroup>\n    <Compile Include=\"../../Shared/*.cs\" />\n    <Pack", StringComparison.Ordinal);
        await WriteAsync("src/One/One.csproj", linked);
        await WriteAsync("src/Two/Two.csproj", linked.Replace("net8.0;net10.0", "net10.0", StringComparison.Ordinal));
        await RestoreAsync("src/One");
        await RestoreAsync("src/Two");

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("fix", Path.Combine(_folder, "src"));

        Assert.True(exitCode == 0, output + errors);
        string text = await ReadAsync("Shared/Threads.cs");
        Assert.Equal(2, text.Split("client.Conversations.CreateMessageAsync(").Length - 1);
        Assert.DoesNotContain("MessageContent", text, StringComparison.Ordinal);
        Assert.Contains("using One;", text, StringComparison.Ordinal);
        Assert.Contains("namespace One", await ReadAsync("src/Two/AgentsV2/AgentClients.cs"), StringComparison.Ordinal);

        (exitCode, output, errors) = await ToolProcess.RunAsync("fix", Path.Combine(_folder, "src"), "--dry-run");
        Assert.True((exitCode, output) == (0, ""), output + errors);
    }

    [Fact]
    public async Task Fix_DryRun_WritesAPatchThatGivesWhatTheFixGives()
    {
        await WriteAsync("src/App/App.csproj", Project);
        foreach (string source in new[] { "Program.cs", "AssistantClientExtensions.cs" })
        {
            string text = await File.ReadAllTextAsync(
                Path.Combine(SharedFolder.RepositoryRoot, "tests/LegacyPrograms/Programs/OpenAI213/AgentHelpers", source), Cancelled);
            await WriteAsync("src/App/" + source, source == "Program.cs" ? text.ReplaceLineEndings("\r\n").TrimEnd() : text);
        }

        await WriteAsync("src/App/App.csproj", Project.Replace("<TargetFrameworks>net8.0;net10.0", "<OutputType>Exe</OutputType><TargetFrameworks>net8.0;net10.0", StringComparison.Ordinal));
        await RestoreAsync("src/App");
        string patch = Path.Combine(_folder, "migration.patch");
        (_, string scan, _) = await ToolProcess.RunAsync("scan", _folder, "--format", "json");
        System.Text.Json.JsonElement summary = System.Text.Json.JsonDocument.Parse(scan).RootElement.GetProperty("summary");
        Assert.Equal(summary.GetProperty("sites").GetInt32(), summary.GetProperty("automatic").GetInt32());

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("fix", _folder, "--patch", patch);
        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("would be rewritten, 0 left", output, StringComparison.Ordinal);
        (_, string onScreen, _) = await ToolProcess.RunAsync("fix", _folder, "--dry-run");
        Assert.Equal(await File.ReadAllTextAsync(patch, Cancelled), onScreen);

        string copy = Path.Combine(_folder, "copy");
        await OtherProgram.RunAsync("git", "init", "-q", copy);
        Directory.CreateDirectory(Path.Combine(copy, "src/App"));
        foreach (string file in Directory.GetFiles(Path.Combine(_folder, "src/App")))
            File.Copy(file, Path.Combine(copy, "src/App", Path.GetFileName(file)));
        await OtherProgram.RunAsync("git", "-C", copy, "apply", patch);
        Directory.Move(copy, _folder + "-copy");
        try
        {
            await ToolProcess.RunAsync("fix", _folder);
            Assert.Equal(Sources(_folder), Sources(_folder + "-copy"));
            Assert.DoesNotContain("OpenAI.Assistants", string.Concat(Sources(_folder)), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(_folder + "-copy", recursive: true);
        }
    }

    [Fact]
    public async Task Fix_FileThatWouldNotCompile_IsRolledBackWithWhatDependsOnIt()
    {
        await WriteAsync("App.csproj", Project);
        const string clash = """
            using System.ClientModel;
            using OpenAI.Assistants;

            namespace App;

            // The name that the change needs is taken here.
            public static class SharedAdapter
            {
                public static AssistantClient Make(string key) => new(new ApiKeyCredential(key));
            }
            """;
        await WriteAsync("Clash.cs", clash);
        await WriteAsync("Other.cs", "namespace Elsewhere;\n\npublic class Other\n{\n    public object Make(string key) => new OpenAI.Assistants.AssistantClient(key);\n}\n");
        await RestoreAsync(".");

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync("fix", _folder, "--to", "adapter");

        Assert.True(exitCode == 2, output + errors);
        Assert.StartsWith("1 sites rewritten, 1 left, 2 files changed.", output, StringComparison.Ordinal);
        Assert.Contains("Clash.cs:9", output, StringComparison.Ordinal);
        Assert.Contains("rolled back, the file would not compile any more: CS0117", output, StringComparison.Ordinal);
        Assert.Equal(clash, await ReadAsync("Clash.cs"));
        Assert.Contains("UseAgentsV2", await ReadAsync("Other.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'no-such-folder' is not a solution, a project or a folder.", "no-such-folder")]
    [InlineData("'azure'", ".", "--target", "azure")]
    [InlineData("'v3'", ".", "--to", "v3")]
    [InlineData("'AGM1' is not a rule", ".", "--rules", "AGM1001,AGM1")]
    [InlineData("--target is for a rewrite to v2", ".", "--to", "adapter", "--target", "openai")]
    [InlineData("does not exist", ".", "--patch", "no-such-folder/a.patch")]
    public async Task Fix_WrongArgument_FailsWithAMessage(string message, params string[] arguments)
    {
        (int exitCode, _, string errors) = await ToolProcess.RunAsync(["fix", .. arguments]);

        Assert.Equal(1, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_Help_HasExamples()
    {
        (int exitCode, string output, _) = await ToolProcess.RunAsync("fix", "--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("agents-migration fix src --target openai", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)}\n{File.ReadAllText(file)}");

    private Task RestoreAsync(string folder) => OtherProgram.RunAsync("dotnet", "restore", Path.Combine(_folder, folder), "-v", "q");

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(_folder, name), Cancelled);

    private async Task WriteAsync(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Cancelled);
    }
}
