using System.Globalization;
using System.Text;
using AgentsMigration.TestSupport;

namespace AgentsMigration.LegacyPrograms;

/// <summary>How much of whole programs is rewritten without a person, printed and written down.</summary>
public sealed class ShareTests
{
    public static bool HasPage => File.Exists(Page);

    private static readonly string Page = Path.Combine(SharedFolder.RepositoryRoot, "docs", "rewriting.md");
    private static readonly string Readme = Path.Combine(SharedFolder.RepositoryRoot, "README.md");

    [Fact(Skip = "The page comes with the first release of the rewrite.", SkipUnless = nameof(HasPage))]
    public async Task Share_IsWhatThePageAndTheReadmeSay()
    {
        List<Outcome> outcomes = [];
        foreach (LegacyProgram program in LegacyProgram.All) outcomes.Add(await Outcome.OfAsync(program));
        string table = Table(outcomes);
        TestContext.Current.SendDiagnosticMessage("{0}", table);

        if (Environment.GetEnvironmentVariable("AGENTSMIGRATION_WRITE_DOCS") == "1")
        {
            await ReplaceAsync(Page, table);
            await ReplaceAsync(Readme, Share(outcomes));
        }

        Assert.Contains(table, await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(Share(outcomes), await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Share(IReadOnlyCollection<Outcome> outcomes)
    {
        int sites = outcomes.Sum(outcome => outcome.Sites);
        int done = sites - outcomes.Sum(outcome => outcome.Left.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Of {outcomes.Count} whole programs, {outcomes.Count(outcome => outcome.IsWhole)} are rewritten without a TODO; of their {sites:N0} call sites, {100.0 * done / sites:F0} %.");
    }

    private static string Table(IReadOnlyList<Outcome> outcomes)
    {
        StringBuilder table = new();
        table.Append(Share(outcomes)).Append("\n\n| Program | Sites | Rewritten | Left, and why |\n|---|---:|---:|---|\n");
        foreach (Outcome outcome in outcomes)
        {
            string left = string.Join("; ", outcome.Left.GroupBy(site => (site.RuleId, site.Left))
                .OrderBy(group => group.Key.RuleId, StringComparer.Ordinal).ThenBy(group => group.Key.Left, StringComparer.Ordinal)
                .Select(group => $"{group.Key.RuleId}{(group.Count() > 1 ? $" ×{group.Count()}" : "")}: {group.Key.Left}"));
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {outcome.Program} | {outcome.Sites} | {outcome.Sites - outcome.Left.Count} | {left.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return table.ToString();
    }

    /// <summary>Between the markers stands what is generated.</summary>
    private static async Task ReplaceAsync(string page, string text)
    {
        const string begin = "<!-- programs -->", end = "<!-- /programs -->";
        string whole = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        int from = whole.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = whole.IndexOf(end, StringComparison.Ordinal);
        await File.WriteAllTextAsync(page, $"{whole[..from]}\n\n{text.TrimEnd('\n')}\n{whole[to..]}", TestContext.Current.CancellationToken);
    }
}
