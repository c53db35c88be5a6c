using System.Text.RegularExpressions;
using AgentsMigration.TestSupport;
using AgentsMigration.Tool.Tests;

namespace AgentsMigration.Comparison.Tests;

/// <summary>What the guide shows is code that compiles, commands that exist and pages that are there.</summary>
public sealed partial class GuideTests
{
    public static TheoryData<string> Pages =>
        ["docs/comparison.md", "docs/migration-guide.md", .. Directory.EnumerateFiles(At("docs/pains"), "*.md").Select(file => $"docs/pains/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void CSharpBlocks_EachOfThem_IsCompiledInASample(string page)
    {
        string[] sources = [.. Directory.EnumerateFiles(At("samples"), "*.cs", SearchOption.AllDirectories).Select(file => Lines(File.ReadAllText(file)))];
        Assert.All(CSharpBlock().Matches(Read(page)), block => Assert.Contains(sources, source => source.Contains(Lines(block.Groups[1].Value), StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_ToFiles_Exist(string page) => Assert.All(Link().Matches(Read(page)), link =>
        Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(At(page))!, link.Groups[1].Value)), link.Value));

    [Fact]
    public async Task Commands_EachOfThem_HasItsOptions()
    {
        string[] commands = [.. Pages.SelectMany(page => Command().Matches(Read(page.Data)).Select(match => match.Value)).Distinct()];
        Assert.NotEmpty(commands);
        foreach (IGrouping<string, string> command in commands.GroupBy(line => line.Split(' ')[1]))
        {
            (int exitCode, string help, _) = await ToolProcess.RunAsync(command.Key, "--help");
            Assert.Equal(0, exitCode);
            Assert.All(command.SelectMany(line => line.Split(' ')).Where(word => word.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains(option, help, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Pains_EachOfThem_IsInTheGuide() =>
        Assert.All(Directory.EnumerateFiles(At("docs/pains")), file => Assert.Contains($"pains/{Path.GetFileName(file)}", Read("docs/migration-guide.md"), StringComparison.Ordinal));

    private static string At(string path) => Path.Combine(SharedFolder.RepositoryRoot, path);

    private static string Read(string page) => File.ReadAllText(At(page)).ReplaceLineEndings("\n");

    private static string Lines(string text) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + "\n";

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex("agents-migration (?:scan|fix|serve|emulate|compare)[^`\n#]*")]
    private static partial Regex Command();
}
