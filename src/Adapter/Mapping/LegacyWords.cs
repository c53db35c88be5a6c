using System.Text.RegularExpressions;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Puts the legacy nouns, ids and parameter names into a v2 text.</summary>
internal static class LegacyWords
{
    private static readonly Regex Id = new(@"\b(conv|resp)_(?=[A-Za-z0-9])", RegexOptions.CultureInvariant);
    private static readonly Regex Noun = new(@"\b(conversation|response)(s?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex ToolParameter = new(@"^tools\[\d+\]\.(vector_store_ids|container\.file_ids)", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["max_output_tokens"] = "max_completion_tokens",
        ["text.format"] = "response_format",
        ["reasoning.effort"] = "reasoning_effort",
    };

    /// <summary>Whether a code names something that legacy did not have; such codes are left out.</summary>
    public static bool HasV2Noun(string? code) =>
        code is not null && (code.Contains("conversation") || code.Contains("container") || code.Contains("previous_response"));

    public static string Translate(string text)
    {
        if (Parameters.TryGetValue(text, out string? parameter))
            return parameter;
        // v2 has in the tool what legacy had in its resources.
        text = ToolParameter.Replace(
            text,
            match => match.Groups[1].Value == "vector_store_ids"
                ? "tool_resources.file_search.vector_store_ids"
                : "tool_resources.code_interpreter.file_ids");
        text = Id.Replace(text, match => match.Groups[1].Value == "conv" ? "thread_" : "run_");
        text = Noun.Replace(text, match => Replace(match.Groups[1].Value) + match.Groups[2].Value);
        foreach (KeyValuePair<string, string> pair in Parameters)
            text = text.Replace($"'{pair.Key}'", $"'{pair.Value}'");
        return text;
    }

    private static string Replace(string noun)
    {
        string legacy = noun[0] is 'c' or 'C' ? "thread" : "run";
        return char.IsUpper(noun[0]) ? char.ToUpperInvariant(legacy[0]) + legacy.Substring(1) : legacy;
    }
}
