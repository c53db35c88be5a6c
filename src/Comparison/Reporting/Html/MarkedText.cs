namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>A text with the words marked that the other side does not have there.</summary>
internal static class MarkedText
{
    public static void Add(Markup page, string text, string? other)
    {
        page.AddOwn("<p class=\"text\">");
        AddWords(page, text, other);
        page.AddOwn("</p>");
    }

    /// <summary>The same for code and arguments.</summary>
    public static void AddCode(Markup page, string text, string? other)
    {
        page.AddOwn("<pre>");
        AddWords(page, text, other);
        page.AddOwn("</pre>");
    }

    private static void AddWords(Markup page, string text, string? other)
    {
        foreach ((string piece, bool isOwn) in other is null || other == text ? [(text, false)] : WordDifference.Of(text, other))
        {
            if (isOwn)
                page.Add($"<mark>{piece}</mark>");
            else
                page.Add($"{piece}");
        }
    }
}
