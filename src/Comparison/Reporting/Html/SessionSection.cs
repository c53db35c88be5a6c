using System.Globalization;
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
        page.Add($"<div class=\"sides\"><div><b>{report.Left}</b>{Speaks(comparison.Left)}</div><div><b>{report.Right}</b>{Speaks(comparison.Right)}</div></div>\n");
        for (int row = 0; row < comparison.Pairs.Count; row++)
            AddRow(page, report, comparison, (index, row));
        WireTemplates.Add(page, comparison.Left, $"{index}-left");
        WireTemplates.Add(page, comparison.Right, $"{index}-right");
        page.AddOwn("</details>\n");
    }

    /// <summary>The name of a row, for links to it.</summary>
    public static string Anchor(int session, int row) => string.Create(CultureInfo.InvariantCulture, $"row-{session}-{row}");

    private static void AddRow(Markup page, ComparisonReport report, TranscriptComparison comparison, (int Session, int Row) at)
    {
        EntryPair pair = comparison.Pairs[at.Row];
        string state = !pair.IsEqual ? "differs" : pair.IsContext ? "context" : pair.Differences.Count > 0 ? "allowed" : "same";
        page.Add($"<div class=\"row {state}\"");
        if (!pair.IsEqual)
            page.Add($" id=\"{Anchor(at.Session, at.Row)}\" tabindex=\"-1\"");
        page.AddOwn(">\n");
        AddCell(page, comparison.Left, pair.Left, pair.Right, (at.Session, "left", report.Left));
        AddCell(page, comparison.Right, pair.Right, pair.Left, (at.Session, "right", report.Right));
        if (pair.Differences.Count > 0)
        {
            page.AddOwn("<ul class=\"differences\">\n");
            foreach (TranscriptDifference difference in pair.Differences.OrderByDescending(difference => difference.Counts))
                AddDifference(page, difference);
            page.AddOwn("</ul>\n");
        }
        page.AddOwn("</div>\n");
    }

    private static void AddCell(Markup page, Transcript transcript, TranscriptEntry? entry, TranscriptEntry? other, (int Session, string Side, string Name) of)
    {
        page.Add($"<div class=\"cell\" role=\"group\" aria-label=\"{of.Side}: {EntryText.Cut(of.Name)}\">");
        if (entry is not null)
            Bubble.Add(page, transcript, entry, other, $"{of.Session}-{of.Side}");
        else
            page.AddOwn("<p class=\"nothing\">nothing here</p>");
        page.AddOwn("</div>\n");
    }

    private static void AddDifference(Markup page, TranscriptDifference difference)
    {
        page.Add($"<li class=\"{(difference.Counts ? "counts" : "free")}\"><b>{DifferenceNames.Of(difference.Kind)}</b> <span>{difference.Where}</span>");
        if (difference.Allowance is { } allowance)
            page.Add($" <em>{allowance}</em>");
        // What is free and marked in the bubbles need not be said again.
        if (difference.Counts || difference.Kind is not (DifferenceKind.OtherText or DifferenceKind.OtherCode or DifferenceKind.OtherOutput))
            page.Add($"<div class=\"values\"><code>{difference.Left}</code><code>{difference.Right}</code></div>");
        page.AddOwn("</li>\n");
    }

    private static string Speaks(Transcript transcript) => transcript.Wire == Wire.V2 ? " · v2" : " · legacy";
}
