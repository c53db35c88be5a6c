namespace AgentsMigration.Tool.Fix;

/// <summary>Joins what several changes made of the same lines.</summary>
internal static class TextMerge
{
    private readonly record struct Hunk(int Start, int End, string Text);

    /// <summary>The text with all changes; null where two of them want different things in the same place.</summary>
    public static string? Of(string before, IEnumerable<string> changed)
    {
        IReadOnlyList<string> lines = LineDiff.Lines(before);
        List<Hunk> hunks = [.. changed.SelectMany(text => Hunks(lines, LineDiff.Lines(text))).Distinct().OrderBy(hunk => hunk.Start).ThenBy(hunk => hunk.End)];
        List<string> merged = [];
        int at = 0;
        foreach (Hunk hunk in hunks)
        {
            if (hunk.Start < at || (hunk.Start == at && hunk != hunks[0] && IsTouching(hunks, hunk))) return null;

            merged.AddRange(lines.Skip(at).Take(hunk.Start - at));
            merged.Add(hunk.Text);
            at = hunk.End;
        }

        merged.AddRange(lines.Skip(at));
        return string.Concat(merged);
    }

    /// <summary>Two insertions at one place have no order of their own.</summary>
    private static bool IsTouching(List<Hunk> hunks, Hunk hunk) =>
        hunks.Exists(other => other != hunk && other.End == hunk.Start && (other.Start == other.End || hunk.Start == hunk.End));

    private static IEnumerable<Hunk> Hunks(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int line = 0, start = -1;
        string text = "";
        foreach ((LineDiff.Kind kind, string content) in LineDiff.Of(before, after))
        {
            if (kind == LineDiff.Kind.Same)
            {
                if (start >= 0) yield return new(start, line, text);
                (start, text) = (-1, "");
                line++;
                continue;
            }

            if (start < 0) start = line;
            if (kind == LineDiff.Kind.Removed) line++;
            else text += content;
        }

        if (start >= 0) yield return new(start, line, text);
    }
}
