using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Rest;

/// <summary>Finds hand-written REST and connection strings in one file.</summary>
internal static class LegacyTextFinder
{
    /// <summary>Without one of these a file has no such site, and nothing of it is looked at.</summary>
    private static readonly string[] Marks =
        ["threads", "assistants", LegacyTexts.ConnectionMark, "CONNECTION_STRING", "PROJECT_CONN_STRING"];

    public static bool MayHold(string text)
    {
        foreach (string mark in Marks)
        {
            if (text.IndexOf(mark, StringComparison.Ordinal) >= 0) return true;
        }

        return false;
    }

    public static IEnumerable<TextSite> Find(string text, SyntaxNode root)
    {
        IReadOnlyDictionary<ExpressionSyntax, string> literals = new LiteralScan(text, root).Find(Marks);
        bool isCertain = false;
        foreach (string value in literals.Values)
        {
            if (IsHeader(value) || LegacyPaths.IsCertain(value)) isCertain = true;
        }

        bool talksToService = isCertain || LegacyPaths.NamesHost(text);
        bool importsProjects = text.IndexOf("Azure.AI.Projects", StringComparison.Ordinal) >= 0;
        foreach (KeyValuePair<ExpressionSyntax, string> literal in literals)
        {
            if (Site(literal.Key, literal.Value, talksToService, importsProjects) is { } site) yield return site;
        }

        if (!isCertain) yield break;

        foreach (KeyValuePair<ExpressionSyntax, string> literal in new LiteralScan(text, root).Find("-preview"))
        {
            if (LegacyTexts.IsLegacyVersion(literal.Value) && !literals.ContainsKey(literal.Key))
                yield return new TextSite(literal.Value, LegacyTexts.Version, literal.Key.Span);
        }
    }

    private static TextSite? Site(ExpressionSyntax node, string value, bool talksToService, bool importsProjects)
    {
        if (IsHeader(value)) return new("OpenAI-Beta: " + HeaderValue(value), LegacyTexts.Header, node.Span);
        if (LegacyPaths.IsCertain(value) || (talksToService && LegacyPaths.IsPossible(value)))
            return new(Shown(value), LegacyPaths.EquivalentOf(value), node.Span);
        if (value.IndexOf(LegacyTexts.ConnectionMark, StringComparison.Ordinal) >= 0)
            return new("connection string", LegacyTexts.ConnectionString, node.Span);
        return importsProjects && LegacyTexts.IsConnectionSetting(value)
            ? new(value, LegacyTexts.ConnectionString, node.Span)
            : null;
    }

    private static bool IsHeader(string value) => value.IndexOf(LegacyTexts.HeaderMark, StringComparison.Ordinal) >= 0;

    private static string HeaderValue(string value)
    {
        int start = value.IndexOf(LegacyTexts.HeaderMark, StringComparison.Ordinal);
        int end = Math.Min(value.Length, start + LegacyTexts.HeaderMark.Length + 1);
        return value.Substring(start, end - start);
    }

    /// <summary>The path alone: messages must not carry whole scripts or keys.</summary>
    private static string Shown(string value)
    {
        int start = Math.Max(value.IndexOf("threads", StringComparison.Ordinal), value.IndexOf("assistants", StringComparison.Ordinal));
        int first = value.IndexOf("threads", StringComparison.Ordinal);
        if (first >= 0 && first < start) start = first;
        int end = value.IndexOfAny(['?', ' ', '"', '\'', '\r', '\n', '\\'], start);
        return "/" + (end < 0 ? value.Substring(start) : value.Substring(start, end - start));
    }
}
