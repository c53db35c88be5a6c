using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Routing;

/// <summary>What a legacy URL says: the path behind the dialect's prefix, and the dialect.</summary>
internal static class LegacyAddress
{
    private static readonly HashSet<string> Roots =
        new(StringComparer.OrdinalIgnoreCase) { "assistants", "threads", "files", "vector_stores" };

    /// <summary>
    /// The path from the first legacy resource on, or null where the URL is none of ours. Prefixes are not listed: apps
    /// put proxies with paths of their own in front (docs/wire.md, Paths).
    /// </summary>
    public static string? TryGetPath(Uri uri)
    {
        string[] segments = uri.AbsolutePath.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            // A project or workspace may itself be called "files": what follows its marker is a name.
            if (Roots.Contains(segments[i]) && !IsName(segments, i) && !IsContainer(segments, i))
                return "/" + string.Join("/", segments.Skip(i)).TrimEnd('/');
        }
        return null;
    }

    /// <summary>
    /// The path decides where it names the service: Azure OpenAI and Agents have had versions of the same name. Elsewhere,
    /// behind a proxy's own path, the API version does, and the beta header on OpenAI (docs/wire.md, Dialects).
    /// </summary>
    public static Dialect GetDialect(string path, QueryParameters query, string? betaHeader) => query["api-version"] switch
    {
        _ when IsAgents(path) => Dialect.AgentsClassic,
        "2024-02-15-preview" => Dialect.AssistantsV1,
        "2024-12-01-preview" or "2025-05-01" or "2025-05-15-preview" or "v1" when !IsAzureOpenAI(path) => Dialect.AgentsClassic,
        null or "" when betaHeader is not null && betaHeader.Contains("assistants=v1") => Dialect.AssistantsV1,
        _ => Dialect.AssistantsV2,
    };

    private static bool IsAgents(string path) => Has(path, "api", "projects") || Has(path, "agents", "v1.0");

    private static bool IsAzureOpenAI(string path) => path.Split('/').Contains("openai", StringComparer.OrdinalIgnoreCase);

    private static bool Has(string path, string segment, string next)
    {
        if (path.IndexOf(segment, StringComparison.OrdinalIgnoreCase) < 0)
            return false;
        string[] segments = path.Split('/');
        int at = Array.FindIndex(segments, found => found.Equals(segment, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < segments.Length && segments[at + 1].Equals(next, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsName(string[] segments, int i) => i > 0 && segments[i - 1] is "projects" or "workspaces";

    private static bool IsContainer(string[] segments, int i) => i > 1 && segments[i - 2] == "containers";
}
