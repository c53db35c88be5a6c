using System.Text.RegularExpressions;

namespace AgentsMigration.Emulator.VectorStores;

/// <summary>
/// Ranks paragraphs by the words they share with the query. No embeddings: the same answer every time.
/// </summary>
internal static partial class WordSearch
{
    private const int ShortestWord = 3;
    private static readonly string[] Common =
        ["the", "and", "for", "with", "what", "who", "how", "does", "are", "was", "that", "this", "from", "about", "using", "file"];

    public static IReadOnlyList<SearchHit> Find(
        IEnumerable<VectorStoreFile> files, string query, int maximum, double threshold)
    {
        string[] wanted = [.. Words(query)];
        if (wanted.Length == 0) return [];
        return
        [
            .. files.SelectMany(file =>
                Paragraphs(file.Text!).Select(text => new SearchHit(file, Score(wanted, text), text)))
                .Where(hit => hit.Score > 0 && hit.Score >= threshold)
                .OrderByDescending(hit => hit.Score)
                .Take(maximum),
        ];
    }

    /// <summary>The sentence of a text that shares most words with the query.</summary>
    public static string BestSentence(string text, string query)
    {
        string[] wanted = [.. Words(query)];
        return Sentence().Matches(text).Select(match => match.Value.Trim())
            .MaxBy(sentence => Score(wanted, sentence)) ?? text;
    }

    private static double Score(string[] wanted, string text)
    {
        HashSet<string> present = [.. Words(text)];
        return Math.Round((double)wanted.Count(present.Contains) / wanted.Length, 4);
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text)
        .Select(match => match.Value.ToLowerInvariant())
        .Where(word => word.Length >= ShortestWord && !Common.Contains(word))
        .Distinct();

    private static IEnumerable<string> Paragraphs(string text) =>
        Blank().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\r?\n\s*\r?\n")]
    private static partial Regex Blank();

    [GeneratedRegex(@"[^.!?\n]+[.!?]?")]
    private static partial Regex Sentence();
}
