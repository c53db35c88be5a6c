using System.Globalization;
using System.Text;

namespace AgentsMigration.Tool.Fix;

/// <summary>Changes as git apply and patch -p1 take them; line ends are part of the lines.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="path">Relative, with slashes.</param>
    /// <param name="before">Null for a new file.</param>
    /// <param name="after">The text as it is to be.</param>
    public static string Of(string path, string? before, string after)
    {
        IReadOnlyList<(LineDiff.Kind Kind, string Line)> lines = LineDiff.Of(LineDiff.Lines(before ?? ""), LineDiff.Lines(after));
        StringBuilder diff = new();
        string from = before is null ? "/dev/null" : $"a/{path}";
        diff.Append(CultureInfo.InvariantCulture, $"--- {from}\n+++ b/{path}\n");
        int oldLine = 1, newLine = 1;
        for (int index = 0; index < lines.Count;)
        {
            if (lines[index].Kind == LineDiff.Kind.Same)
            {
                index++;
                oldLine++;
                newLine++;
                continue;
            }

            int lead = Math.Min(Context, index);
            int end = End(lines, index);
            AppendHunk(diff, [.. lines.Skip(index - lead).Take(end - index + lead)], oldLine - lead, newLine - lead);
            for (; index < end; index++)
            {
                if (lines[index].Kind != LineDiff.Kind.Added) oldLine++;
                if (lines[index].Kind != LineDiff.Kind.Removed) newLine++;
            }
        }

        return diff.ToString();
    }

    /// <summary>Where a hunk ends: after the context of the last change that is near enough.</summary>
    private static int End(IReadOnlyList<(LineDiff.Kind Kind, string Line)> lines, int index)
    {
        int last = index;
        for (int next = index; next < lines.Count && next - last <= 2 * Context; next++)
        {
            if (lines[next].Kind != LineDiff.Kind.Same) last = next;
        }

        return Math.Min(last + 1 + Context, lines.Count);
    }

    private static void AppendHunk(StringBuilder diff, IReadOnlyList<(LineDiff.Kind Kind, string Line)> lines, int oldStart, int newStart)
    {
        int removed = lines.Count(line => line.Kind != LineDiff.Kind.Added);
        int added = lines.Count(line => line.Kind != LineDiff.Kind.Removed);
        // An empty side is named by the line before it.
        diff.Append(
            CultureInfo.InvariantCulture,
            $"@@ -{(removed == 0 ? oldStart - 1 : oldStart)},{removed} +{(added == 0 ? newStart - 1 : newStart)},{added} @@\n");
        foreach ((LineDiff.Kind kind, string line) in lines)
        {
            diff.Append(kind switch { LineDiff.Kind.Added => '+', LineDiff.Kind.Removed => '-', _ => ' ' }).Append(line);
            if (!line.EndsWith('\n')) diff.Append("\n\\ No newline at end of file\n");
        }
    }
}
