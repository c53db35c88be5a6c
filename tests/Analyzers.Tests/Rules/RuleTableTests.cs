using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Rules;
using AgentsMigration.TestSupport;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Tests.Rules;

/// <summary>
/// Holds the pages and tables against the descriptors. With AGENTSMIGRATION_WRITE_DOCS=1 the tests write what they
/// would compare.
/// </summary>
public sealed class RuleTableTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("AGENTSMIGRATION_WRITE_DOCS") == "1";

    public static TheoryData<LegacyRule> Rules => [.. Enum.GetValues<LegacyRule>()];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_HasDescriptorAndPage(LegacyRule rule)
    {
        DiagnosticDescriptor descriptor = RuleTable.For(rule);
        string file = Path.Combine(RulePages.Folder, descriptor.Id + ".md");

        Assert.Equal($"AGM{(int)rule}", descriptor.Id);
        Assert.EndsWith($"/docs/rules/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        await AssertSectionAsync(file, "members", RulePages.Members(rule));
        string page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.StartsWith($"# {descriptor.Id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.All(["## What it was", "## What it becomes", "Before:", "After:", "## What is lost"], part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_AreUnique() => Assert.Distinct(RuleTable.All.Select(rule => rule.Id));

    [Fact]
    public void Pages_AreOfRules() => Assert.Equal(
        RuleTable.All.Select(rule => rule.Id).Append("README").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(RulePages.Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Fact]
    public Task Index_ListsAllRules() => AssertSectionAsync(Path.Combine(RulePages.Folder, "README.md"), "rules", RulePages.Index());

    [Fact]
    public Task Readme_ListsAllAreas() => AssertSectionAsync(Path.Combine(SharedFolder.RepositoryRoot, "README.md"), "rules", RulePages.Summary());

    private static async Task AssertSectionAsync(string file, string name, string expected)
    {
        string open = $"<!-- {name} -->\n", close = $"<!-- /{name} -->";
        string text = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        int start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        int end = text.IndexOf(close, StringComparison.Ordinal);
        Assert.True(start >= open.Length && end >= start, $"{file} has no section {open.Trim()} … {close}.");

        if (Writes) await File.WriteAllTextAsync(file, text[..start] + expected + text[end..], TestContext.Current.CancellationToken);
        else Assert.Equal(expected, text[start..end]);
    }
}
