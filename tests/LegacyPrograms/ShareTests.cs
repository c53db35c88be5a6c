using System.Globalization;
using System.Text;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.LegacyPrograms.Running;
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
        string table = Table(outcomes) + "\n" + Projects(await ToProjectsAsync());
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

    private static async Task<IReadOnlyCollection<Outcome>> ToProjectsAsync()
    {
        List<Outcome> outcomes = [];
        foreach (LegacyProgram program in LegacyProgram.All.Where(program => program.FitsProjects))
        {
            using ProgramSolution solution = ProgramSolution.Open(program, ProgramPackages.Projects["2.0"]);
            outcomes.Add(await Outcome.OfAsync(program, solution, MigrationGoal.Foundry));
        }

        return outcomes;
    }

    private static string Projects(IReadOnlyCollection<Outcome> outcomes)
    {
        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"For a Foundry project, of {outcomes.Count} programs for the package `OpenAI` {Percent(outcomes)} of the call sites are rewritten.\n")
            .Append("\n| Left for a Foundry project, and why | Programs |\n|---|---:|\n");
        foreach (IGrouping<string, Outcome> reason in outcomes
            .SelectMany(outcome => outcome.Left.Select(site => site.Left!).Distinct().Select(left => (left, outcome)))
            .GroupBy(pair => pair.left, pair => pair.outcome).OrderBy(reason => reason.Key, StringComparer.Ordinal))
            table.Append(CultureInfo.InvariantCulture, $"| {reason.Key} | {reason.Count()} |\n");
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
