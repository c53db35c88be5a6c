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
            .Add($"<p class=\"counts\">{Count(report.Sessions.Count, "session")} · {Count(differences, "difference")} · {allowed} allowed by rules</p></div>\n")
            .AddOwn("<nav aria-label=\"Differences\"><button type=\"button\" id=\"previous\" title=\"Key p\">Previous</button>")
            .AddOwn("<button type=\"button\" id=\"next\" title=\"Key n\">Next difference</button><span id=\"place\" role=\"status\"></span>")
            .AddOwn("<button type=\"button\" id=\"only\" aria-pressed=\"false\">Only differences</button>")
            .AddOwn("<button type=\"button\" id=\"theme\" title=\"Light or dark\">Theme</button></nav>\n</header>\n");
    }

    public static string Title(ComparisonReport report) => report.Verdict switch
    {
        Verdict.Equal => "Equal",
        Verdict.Different when report.Sessions.Count == 1 => "Different",
        Verdict.Different => $"{report.Sessions.Count(session => session.Verdict == Verdict.Different)} of {report.Sessions.Count} sessions differ",
        _ => "Could not run",
    };

    public static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Equal => "equal",
        Verdict.Different => "different",
        _ => "not-run",
    };

    public static string Count(int count, string noun) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
