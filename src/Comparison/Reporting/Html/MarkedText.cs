namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>A text with what the other side says differently marked: all between the same beginning and the same end.</summary>
internal static class MarkedText
{
    public static void Add(Markup page, string text, string? other)
    {
        if (other is null || other == text)
        {
            page.Add($"<p class=\"text\">{text}</p>");
            return;
        }
        int shorter = Math.Min(text.Length, other.Length);
        int start = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        int end = text.Reverse().Zip(other.Reverse()).Take(shorter - start).TakeWhile(pair => pair.First == pair.Second).Count();
        // Half of a surrogate pair is no letter.
        if (start > 0 && char.IsHighSurrogate(text[start - 1]))
            start--;
        if (end > 0 && char.IsLowSurrogate(text[text.Length - end]))
            end--;
        page.Add($"<p class=\"text\">{text[..start]}<mark>{text[start..(text.Length - end)]}</mark>{text[(text.Length - end)..]}</p>");
    }
}
