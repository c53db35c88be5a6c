namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>All sessions of a report, each a click away.</summary>
internal static class SessionIndex
{
    public static void Add(Markup page, ComparisonReport report)
    {
        if (report.Sessions.Count < 2)
            return;
        page.AddOwn("<details class=\"index\"><summary>Sessions</summary>\n<ol>\n");
        for (int index = 0; index < report.Sessions.Count; index++)
        {
            SessionResult session = report.Sessions[index];
            string state = session.Verdict switch
            {
                Verdict.Equal => "equal",
                Verdict.Different => VerdictHeader.Count(session.Comparison!.Differences.Count, "difference"),
                _ => "could not run",
            };
            page.Add($"<li class=\"{VerdictHeader.Class(session.Verdict)}\"><a href=\"#session-{index}\">{session.Name}</a> <span>{state}</span></li>\n");
        }
        page.AddOwn("</ol>\n</details>\n");
    }
}
