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
        Outcome[] openAI = [.. outcomes.Where(outcome => outcome.Program.Runs)];
        return $"Of {outcomes.Count} whole programs, {Whole(outcomes)} are rewritten without a TODO, and {Percent(outcomes)} of their call sites; of\n"
            + $"those for the package `OpenAI`, {Whole(openAI)} of {openAI.Length} programs and {Percent(openAI)} of the sites.";
    }

    private static int Whole(IEnumerable<Outcome> outcomes) => outcomes.Count(outcome => outcome.IsWhole);

    private static string Percent(IReadOnlyCollection<Outcome> outcomes)
    {
        int sites = outcomes.Sum(outcome => outcome.Sites);
        // Rounded down: a hundred means all.
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100.0 * (sites - outcomes.Sum(outcome => outcome.Left.Count)) / sites)} %");
    }

    private static string Table(IReadOnlyList<Outcome> outcomes)
    {
        StringBuilder table = new();
        table.Append(Share(outcomes)).Append("\n\n| Program | Sites | Rewritten | Left, and why |\n|---|---:|---:|---|\n");
        foreach (Outcome outcome in outcomes)
        {
            string[] reasons = [.. outcome.Left.Select(site => site.Left!).Distinct()];
            // Most sites stay because another one does; that one's reason is what to know.
            string[] roots = [.. reasons.Where(reason => !reason.StartsWith("connected with ", StringComparison.Ordinal))];
            string left = string.Join("; ", (roots.Length > 0 ? roots : reasons).Order(StringComparer.Ordinal));
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
