using System.Text.RegularExpressions;
using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Rest;

/// <summary>Tells legacy paths from other text. Interpolations stand as {}.</summary>
internal static class LegacyPaths
{
    private static readonly Regex Segment = new(@"(?:^|/)(?:assistants|threads)(?=$|[/?\s""'])", RegexOptions.CultureInvariant);

    private static readonly Regex Certain = new(
        @"(?:^|/)threads/(?:[^/?\s]+/)?runs(?=$|[/?\s""'])|/submit_tool_outputs|openai/(?:assistants|threads)(?=$|[/?\s""'])",
        RegexOptions.CultureInvariant);

    private static readonly Regex Host = new(
        @"api\.openai\.com|\.openai\.azure\.com|\.services\.ai\.azure\.com|/api/projects/", RegexOptions.CultureInvariant);

    private static readonly (Regex Path, Equivalent Equivalent)[] Kinds =
    [
        Kind(@"/submit_tool_outputs", "POST /responses with 'function_call_output' items"),
        Kind(@"/runs/[^/?\s]+/steps", "the 'output' items of GET /responses/{id}"),
        Kind(@"/runs/[^/?\s]+/cancel", "POST /responses/{id}/cancel"),
        Kind(@"threads/(?:[^/?\s]+/)?runs", "POST /responses, or GET /responses/{id}"),
        Kind(@"/messages/[^/?\s]+/files", "the content of GET /conversations/{id}/items/{item}"),
        Kind(@"threads/[^/?\s]+/messages", "/conversations/{id}/items"),
        Kind(@"threads", "/conversations"),
        Kind(@"assistants/[^/?\s]+/files", "a new agent version whose tools list the file"),
        Kind(@"assistants", "/agents/{name}/versions, or the definition in POST /responses"),
    ];

    /// <summary>True for text that can only be meant for the retired service.</summary>
    public static bool IsCertain(string text) => Certain.IsMatch(text) || (Host.IsMatch(text) && Segment.IsMatch(text));

    /// <summary>True for text that is a legacy path if its file talks to the service at all.</summary>
    public static bool IsPossible(string text) => Segment.IsMatch(text);

    public static bool NamesHost(string text) => Host.IsMatch(text);

    public static Equivalent EquivalentOf(string text)
    {
        foreach ((Regex path, Equivalent equivalent) in Kinds)
        {
            if (path.IsMatch(text)) return equivalent;
        }

        return Kinds[Kinds.Length - 1].Equivalent;
    }

    private static (Regex Path, Equivalent Equivalent) Kind(string pattern, string becomes) =>
        (new Regex(pattern, RegexOptions.CultureInvariant), Becomes(LegacyRule.RestPath, becomes));
}
