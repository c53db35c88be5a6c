using AgentsMigration.Comparison.Comparing;

namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>The verdict, on top.</summary>
internal static class VerdictHeader
{
    public static void Add(Markup page, ComparisonReport report)
    {
        int differences = report.Sessions.Sum(session => session.Comparison?.Differences.Count ?? 0);
        int allowed = report.Sessions.Sum(session => session.Comparison?.Pairs.Sum(pair => pair.Differences.Count(difference => !difference.Counts)) ?? 0);
        page.Add($"<header class=\"verdict {Class(report.Verdict)}\">\n<div><h1>{Title(report)}</h1>\n")
            .Add($"<p><b>{report.Left}</b> <span class=\"beside\">beside</span> <b>{report.Right}</b></p>\n")
            .Add($"<p class=\"counts\">{Count(report.Sessions.Count, "session")} · {Count(differences, "difference")} · {allowed} allowed by rules</p>\n");
        AddKinds(page, report);
        page.AddOwn("</div>\n<nav aria-label=\"Differences\">");
        if (report.Verdict != Verdict.Equal)
        {
            page.AddOwn("<button type=\"button\" id=\"previous\" title=\"Key p\">Previous</button>")
                .AddOwn("<button type=\"button\" id=\"next\" title=\"Key n\">Next difference</button><span id=\"place\" role=\"status\"></span>")
                .AddOwn("<button type=\"button\" id=\"only\" aria-pressed=\"false\">Only differences</button>");
        }
        page.AddOwn("<button type=\"button\" id=\"theme\" title=\"Light or dark\">Theme</button></nav>\n</header>\n");
    }

    /// <summary>What differs, in a line: each kind of difference with the way to the first of it.</summary>
    private static void AddKinds(Markup page, ComparisonReport report)
    {
        var kinds = report.Sessions
            .SelectMany((session, index) => (session.Comparison?.Pairs ?? []).SelectMany((pair, row) => pair.Differences
                .Where(difference => difference.Counts).Select(difference => (difference.Kind, Row: SessionSection.Anchor(index, row)))))
            .GroupBy(difference => difference.Kind).OrderByDescending(kind => kind.Count()).ToList();
        if (kinds.Count == 0)
            return;
        page.AddOwn("<p class=\"kinds\">");
        foreach (var kind in kinds)
            page.Add($"<a href=\"#{kind.First().Row}\">{kind.Count()} × {DifferenceNames.Of(kind.Key)}</a> ");
        page.AddOwn("</p>\n");
    }

    public static string Title(ComparisonReport report)
    {
        int all = report.Sessions.Count;
        int differing = report.Sessions.Count(session => session.Verdict == Verdict.Different);
        int notRun = report.Sessions.Count(session => session.Verdict == Verdict.NotRun);
        return (report.Verdict, all) switch
        {
            (Verdict.Equal, 1) => "Equal",
            (Verdict.Equal, _) => $"All {all} sessions are equal",
            (Verdict.Different, 1) => "Different",
            (Verdict.Different, _) => $"{differing} of {all} sessions differ{(differing == 1 ? "s" : "")}",
            (_, 0 or 1) => "Could not run",
            _ => $"{notRun} of {all} sessions could not run{(differing > 0 ? $", {differing} differ{(differing == 1 ? "s" : "")}" : "")}",
        };
    }

    public static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Equal => "equal",
        Verdict.Different => "different",
        _ => "not-run",
    };

    public static string Count(int count, string noun) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
