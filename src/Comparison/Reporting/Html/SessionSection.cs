using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>A session: two chats side by side.</summary>
internal static class SessionSection
{
    public static void Add(Markup page, ComparisonReport report, int index)
    {
        SessionResult session = report.Sessions[index];
        string open = report.Sessions.Count == 1 || session.Verdict != Verdict.Equal ? " open" : "";
        page.Add($"<details class=\"session {VerdictHeader.Class(session.Verdict)}\" id=\"session-{index}\"").AddOwn(open)
            .Add($"><summary><h2>{session.Name}</h2><span class=\"badge\">{VerdictHeader.Class(session.Verdict).Replace('-', ' ')}</span></summary>\n");
        if (session.Comparison is not { } comparison)
        {
            page.Add($"<p class=\"problem\">{session.Problem}</p>\n</details>\n");
            return;
        }
        if (session.Note is { } note)
            page.Add($"<p class=\"note\">{note}</p>\n");
        page.Add($"<div class=\"sides\"><div>{report.Left}{Speaks(comparison.Left)}</div><div>{report.Right}{Speaks(comparison.Right)}</div></div>\n");
        foreach (EntryPair pair in comparison.Pairs)
            AddRow(page, comparison, pair, index);
        WireTemplates.Add(page, comparison.Left, $"{index}-left");
        WireTemplates.Add(page, comparison.Right, $"{index}-right");
        page.AddOwn("</details>\n");
    }

    private static void AddRow(Markup page, TranscriptComparison comparison, EntryPair pair, int index)
    {
        string state = !pair.IsEqual ? "differs" : pair.IsContext ? "context" : pair.Differences.Count > 0 ? "allowed" : "same";
        page.Add($"<div class=\"row {state}\"{(pair.IsEqual ? "" : " tabindex=-1")}>\n");
        AddCell(page, comparison.Left, pair.Left, pair.Right, $"{index}-left");
        AddCell(page, comparison.Right, pair.Right, pair.Left, $"{index}-right");
        if (pair.Differences.Count > 0)
        {
            page.AddOwn("<ul class=\"differences\">\n");
            foreach (TranscriptDifference difference in pair.Differences.OrderByDescending(difference => difference.Counts))
                AddDifference(page, difference);
            page.AddOwn("</ul>\n");
        }
        page.AddOwn("</div>\n");
    }

    private static void AddCell(Markup page, Transcript transcript, TranscriptEntry? entry, TranscriptEntry? other, string side)
    {
        page.AddOwn("<div class=\"cell\">");
        if (entry is not null)
            Bubble.Add(page, transcript, entry, other, side);
        else
            page.AddOwn("<p class=\"nothing\">nothing here</p>");
        page.AddOwn("</div>\n");
    }

    private static void AddDifference(Markup page, TranscriptDifference difference)
    {
        page.Add($"<li class=\"{(difference.Counts ? "counts" : "free")}\"><b>{DifferenceNames.Of(difference.Kind)}</b> <span>{difference.Where}</span>");
        if (difference.Allowance is { } allowance)
            page.Add($" <em>{allowance}</em>");
        page.Add($"<div class=\"values\"><code>{difference.Left}</code><code>{difference.Right}</code></div></li>\n");
    }

    private static string Speaks(Transcript transcript) => transcript.Wire == Wire.V2 ? " · v2" : " · legacy";
}
