using AgentsMigration.Analyzers.Rules;
using AgentsMigration.LegacyPrograms.Running;
using AgentsMigration.TestSupport;

namespace AgentsMigration.LegacyPrograms;

/// <summary>
/// A program on disk, with the packed analyzers and every rule an error: it does not build; it is fixed as users fix it; it
/// builds, runs on v2 and prints what it printed.
/// </summary>
public sealed class RoundTripTests(ProgramWorld world) : IAsyncLifetime
{
    private const int MostPasses = 4;

    private static readonly LegacyProgram Program = LegacyProgram.Find("OpenAI213/SalesChart");

    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-round-").FullName;

    private string App => Path.Combine(_folder, "app");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        string feed = Path.Combine(_folder, "feed");
        (int exitCode, _, string all) = await Dotnet.RunAsync(
            SharedFolder.RepositoryRoot, null, "pack", Path.Combine("src", "Analyzers.Package"), "-c", "Release", "-o", feed, "-v", "q");
        Assert.True(exitCode == 0, all);

        Directory.CreateDirectory(App);
        foreach (string file in Directory.GetFiles(Program.Folder)) File.Copy(file, Path.Combine(App, Path.GetFileName(file)));
        await File.WriteAllTextAsync(Path.Combine(App, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="local" value="{feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder, "packages")}" /></config>
              <fallbackPackageFolders><add key="usual" value="{ProgramPackages.Root}" /></fallbackPackageFolders>
            </configuration>
            """, Cancelled);
        await File.WriteAllTextAsync(Path.Combine(App, "SalesChart.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NoWarn>OPENAI001</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="OpenAI" Version="2.13.0" />
                <PackageReference Include="AgentsMigration.Analyzers" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """, Cancelled);
        await File.WriteAllLinesAsync(
            Path.Combine(App, ".editorconfig"),
            ["root = true", "[*.cs]", .. RuleTable.All.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = error")],
            Cancelled);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Command_Fixes_BuildsWithRulesAsErrors_PrintsTheSame()
    {
        (int exitCode, _, string all) = await Dotnet.RunAsync(App, null, "build", "-v", "q");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("error AGM1002", all, StringComparison.Ordinal);
        Assert.Contains("error AGM4010", all, StringComparison.Ordinal);

        (exitCode, _, all) = await Dotnet.RunAsync(App, null, Path.Combine(AppContext.BaseDirectory, "agents-migration.dll"), "fix", ".");
        Assert.True(exitCode == 0, all);

        await BuildAndCompareAsync();
    }

    [Fact]
    public async Task DotnetFormat_Fixes_BuildsWithRulesAsErrors_PrintsTheSame()
    {
        (int exitCode, _, string all) = await Dotnet.RunAsync(App, null, "restore", "-v", "q");
        Assert.True(exitCode == 0, all);

        int passes = 0;
        do
        {
            (exitCode, _, all) = await Dotnet.RunAsync(App, null, "format", "analyzers", "SalesChart.csproj", "--no-restore");
            Assert.True(exitCode == 0, all);
            (exitCode, _, all) = await Dotnet.RunAsync(
                App, null, "format", "analyzers", "SalesChart.csproj", "--no-restore", "--verify-no-changes");
        }
        while (exitCode != 0 && ++passes < MostPasses);

        Assert.True(exitCode == 0, all);
        await BuildAndCompareAsync();
    }

    private async Task BuildAndCompareAsync()
    {
        (int exitCode, _, string all) = await Dotnet.RunAsync(App, null, "build", "-v", "q", "--no-incremental", "-o", Path.Combine(_folder, "out"));
        Assert.True(exitCode == 0, all);

        string data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(data);
        File.Copy(Path.Combine(Program.Folder, "sales.csv"), Path.Combine(data, "sales.csv"));
        (exitCode, string output, all) = await Dotnet.RunAsync(
            _folder,
            ProgramRun.Settings(world.V2),
            Path.Combine(_folder, "out", "SalesChart.dll"),
            data);
        Assert.True(exitCode == 0, all);
        Assert.Equal(await world.RunBeforeAsync(Program), ProgramRun.Describe(output, new DirectoryInfo(data)));
    }
}
