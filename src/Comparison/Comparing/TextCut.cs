namespace AgentsMigration.Comparison.Comparing;

/// <summary>Long texts, shown where they begin to differ.</summary>
internal static class TextCut
{
    private const int Before = 40;
    private const int After = 120;

    public static (string Left, string Right) AtFirstDifference(string left, string right)
    {
        int same = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return (Cut(left, same), Cut(right, same));
    }

    private static string Cut(string text, int at)
    {
        int start = Math.Max(0, at - Before), end = Math.Min(text.Length, at + After);
        return $"{(start > 0 ? "…" : "")}{Slice(text, start, end).ReplaceLineEndings(" ")}{(end < text.Length ? "…" : "")}";
    }

    /// <summary>Without the half of a letter at either end, which no report could write.</summary>
    public static string Slice(string text, int start, int end)
    {
        if (start < end && char.IsLowSurrogate(text[start]))
            start++;
        if (start < end && char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[start..end];
    }
}
