namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>Which words of a text the other one does not have at that place: all but the longest row of words in common.</summary>
internal static class WordDifference
{
    // A table of a million cells is made in no time; longer texts are told apart by their beginning and end alone.
    private const int Cells = 1_000_000;

    /// <summary>The pieces of the text, in order, each with whether only this side has it.</summary>
    public static IReadOnlyList<(string Piece, bool IsOwn)> Of(string text, string other)
    {
        string[] words = Split(text), others = Split(other);
        int start = words.Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
        int end = words.Skip(start).Reverse().Zip(others.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        bool[] isOwn = Own(words.AsSpan(start..^end), others.AsSpan(start..^end));
        List<(string Piece, bool IsOwn)> pieces = [];
        Add(pieces, string.Concat(words[..start]), false);
        for (int i = 0; i < isOwn.Length; i++)
        {
            // A space between two marked words is no more in common than they are.
            bool isGap = i > 0 && i < isOwn.Length - 1 && isOwn[i - 1] && isOwn[i + 1] && string.IsNullOrWhiteSpace(words[start + i]);
            Add(pieces, words[start + i], isOwn[i] || isGap);
        }
        Add(pieces, string.Concat(words[^end..]), false);
        return pieces;
    }

    private static bool[] Own(ReadOnlySpan<string> words, ReadOnlySpan<string> others)
    {
        bool[] isOwn = new bool[words.Length];
        Array.Fill(isOwn, true);
        if ((long)words.Length * others.Length > Cells)
            return isOwn;
        int[,] common = new int[words.Length + 1, others.Length + 1];
        for (int i = words.Length - 1; i >= 0; i--)
        {
            for (int j = others.Length - 1; j >= 0; j--)
                common[i, j] = words[i] == others[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        for (int i = 0, j = 0; i < words.Length && j < others.Length;)
        {
            if (words[i] == others[j])
                (isOwn[i++], j) = (false, j + 1);
            else if (common[i + 1, j] >= common[i, j + 1])
                i++;
            else
                j++;
        }
        return isOwn;
    }

    private static void Add(List<(string Piece, bool IsOwn)> pieces, string piece, bool isOwn)
    {
        if (pieces.Count > 0 && pieces[^1].IsOwn == isOwn)
            pieces[^1] = (pieces[^1].Piece + piece, isOwn);
        else if (piece.Length > 0)
            pieces.Add((piece, isOwn));
    }

    /// <summary>Words, the space between them, and every other sign by itself; letters outside the basic plane stay whole.</summary>
    private static string[] Split(string text)
    {
        List<string> pieces = [];
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = start + (char.IsSurrogatePair(text, start) ? 2 : 1);
            if (char.IsLetterOrDigit(text[start]) || char.IsWhiteSpace(text[start]))
            {
                bool isSpace = char.IsWhiteSpace(text[start]);
                while (end < text.Length && (isSpace ? char.IsWhiteSpace(text[end]) : char.IsLetterOrDigit(text[end])))
                    end++;
            }
            pieces.Add(text[start..end]);
        }
        return [.. pieces];
    }
}
