using System.Globalization;

namespace AgentsMigration.Tool.Fix;

/// <summary>What was done, site by site where something is left, in plain columns.</summary>
internal static class FixTable
{
    private const int MaxReason = 160;
    private const int MaxRules = 3;

    public static void Write(FixResult result, bool isDryRun, TextWriter output)
    {
        foreach (ProjectProblem problem in result.Problems) output.WriteLine($"{problem.Project} could not be opened: {problem.Reason}");

        string would = isDryRun ? "would be " : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Rewritten} sites {would}rewritten, {result.Left} left, {result.Files.Count} files {would}changed."));
        if (result.Files.Count > 0)
        {
            output.WriteLine();
            Dictionary<string, FixedSite[]> byFile = result.Sites.GroupBy(site => site.File).ToDictionary(file => file.Key, file => file.ToArray());
            WriteRows(output, ["File", "Rewritten", "Left"], result.Files.Select(file => result.Relative(file.Path)).Select(file =>
            {
                FixedSite[] sites = byFile.GetValueOrDefault(file) ?? [];
                return new[] { file, Number(sites.Count(site => site.Left is null)), Number(sites.Count(site => site.Left is not null)) };
            }));
        }

        if (result.Left == 0) return;
        output.WriteLine();
        WriteRows(output, ["Left", "Sites", "Rules", "Why"], result.Sites.Where(site => site.Left is not null)
            .GroupBy(site => (site.File, site.Left))
            .Select(group => new[] { $"{group.Key.File}:{group.First().Line}", Number(group.Count()), Rules(group), Short(group.Key.Left!) }));
    }

    private static void WriteRows(TextWriter output, string[] heads, IEnumerable<string[]> rows)
    {
        string[][] all = [heads, .. rows];
        int[] widths = [.. heads.Select((_, column) => all.Max(row => row[column].Length))];
        foreach (string[] row in all)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string Rules(IEnumerable<FixedSite> sites)
    {
        string[] rules = [.. sites.Select(site => site.RuleId).Distinct().Order(StringComparer.Ordinal)];
        return rules.Length <= MaxRules ? string.Join(' ', rules) : $"{string.Join(' ', rules.Take(MaxRules))} …";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Short(string reason) => reason.Length <= MaxReason ? reason : reason[..MaxReason] + " …";
}
