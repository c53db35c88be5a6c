namespace AgentsMigration.Tool.Fix;

/// <summary>The shortest way from some lines to others, after Myers' "An O(ND) Difference Algorithm".</summary>
internal static class LineDiff
{
    public enum Kind
    {
        Same,
        Removed,
        Added,
    }

    public static IReadOnlyList<(Kind Kind, string Line)> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        List<int[]> trace = Explore(before, after);
        List<(Kind, string)> path = [];
        int x = before.Count, y = after.Count;
        for (int edits = trace.Count - 1; edits > 0; edits--)
        {
            int[] reach = trace[edits - 1];
            int offset = reach.Length / 2;
            int diagonal = x - y;
            bool isDown = diagonal == -edits || (diagonal != edits && reach[offset + diagonal - 1] < reach[offset + diagonal + 1]);
            int fromX = isDown ? reach[offset + diagonal + 1] : reach[offset + diagonal - 1];
            int fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1);
            Walk(isDown ? fromX : fromX + 1, isDown ? fromY + 1 : fromY);
            path.Add(isDown ? (Kind.Added, after[fromY]) : (Kind.Removed, before[fromX]));
            (x, y) = (fromX, fromY);
        }

        Walk(0, 0);
        path.Reverse();
        return path;

        void Walk(int toX, int toY)
        {
            while (x > toX && y > toY)
            {
                x--;
                y--;
                path.Add((Kind.Same, before[x]));
            }
        }
    }

    /// <summary>The lines of a text, each with what ends it.</summary>
    public static List<string> Lines(string text)
    {
        List<string> lines = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>For each number of edits, how far each diagonal gets.</summary>
    private static List<int[]> Explore(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int most = before.Count + after.Count;
        int offset = most + 1;
        int[] reach = new int[(2 * most) + 3];
        List<int[]> trace = [];
        for (int edits = 0; edits <= most; edits++)
        {
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                bool isDown = diagonal == -edits || (diagonal != edits && reach[offset + diagonal - 1] < reach[offset + diagonal + 1]);
                int x = edits == 0 ? 0 : isDown ? reach[offset + diagonal + 1] : reach[offset + diagonal - 1] + 1;
                int y = x - diagonal;
                while (x < before.Count && y < after.Count && before[x] == after[y])
                {
                    x++;
                    y++;
                }

                reach[offset + diagonal] = x;
                if (x < before.Count || y < after.Count) continue;

                trace.Add(Reached(reach, offset, edits));
                return trace;
            }

            trace.Add(Reached(reach, offset, edits));
        }

        return trace;
    }

    /// <summary>Only the diagonals that so many edits can reach, so that long files need little memory.</summary>
    private static int[] Reached(int[] reach, int offset, int edits) => reach[(offset - edits - 1)..(offset + edits + 2)];
}
