using System.Text.RegularExpressions;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Samples.Tests;

/// <summary>What the README shows is code that compiles, files that exist and commands that CI runs.</summary>
public sealed partial class ReadmeTests
{
    private static string Readme { get; } = Read("README.md");

    public static TheoryData<string> Pages => ["README.md", "CONTRIBUTING.md"];

    [Fact]
    public void CSharpBlocks_EachOfThem_IsCompiledInReadmeSnippets()
    {
        string[][] files = [.. SnippetFiles().Select(file => Lines(File.ReadAllText(file)))];
        string[][] blocks = [.. CSharpBlock().Matches(Readme).Select(match => Lines(match.Groups[1].Value))];
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(
            files.Any(file => Contains(file, block)), $"No snippet has:\n{string.Join('\n', block)}"));
    }

    [Fact]
    public void SnippetFiles_EachOfThem_IsShown()
    {
        string[][] blocks = [.. CSharpBlock().Matches(Readme).Select(match => Lines(match.Groups[1].Value))];
        Assert.All(SnippetFiles(), file => Assert.True(
            blocks.Any(block => Contains(Lines(File.ReadAllText(file)), block)), $"README shows nothing of {file}."));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_ToFiles_Exist(string page)
    {
        string[] targets = [.. Link().Matches(Read(page)).Select(match => match.Groups[1].Value)];
        Assert.All(targets, target => Assert.True(
            Path.Exists(Path.Combine(SharedFolder.RepositoryRoot, target)), $"{page} links to {target}."));
    }

    [Theory]
    [InlineData("dotnet run --project samples/QuarterlyChart")]
    [InlineData("dotnet test --solution Migration.sln")]
    public void Commands_OfTheFirstBlock_AreTheTwoThatCiRuns(string command)
    {
        string[] commands = [.. ShellBlock().Match(Readme).Groups[1].Value
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('#')[0].TrimEnd())];
        Assert.Equal(2, commands.Length);
        Assert.Contains(command, commands);
    }

    /// <summary>Usings stand at the top of a file, the rest of a block stands together somewhere below.</summary>
    private static bool Contains(string[] file, string[] block)
    {
        string[] code = [.. block.Where(line => !IsUsing(line))];
        return block.Where(IsUsing).All(line => file.Contains(line))
            && Enumerable.Range(0, Math.Max(0, file.Length - code.Length + 1))
                .Any(start => file.AsSpan(start, code.Length).SequenceEqual(code));
    }

    private static bool IsUsing(string line) => UsingDirective().IsMatch(line);

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> SnippetFiles() =>
        Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "samples", "ReadmeSnippets"), "*.cs");

    private static string Read(string page) =>
        File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, page)).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^using [\w.]+;$")]
    private static partial Regex UsingDirective();
}
