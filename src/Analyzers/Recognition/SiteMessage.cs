using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>The second half of each message.</summary>
internal static class SiteMessage
{
    public static string Verdict(Equivalent equivalent, LegacyFamily family) => equivalent.Exists
        ? "becomes " + equivalent.For(family)
        : "has no v2 equivalent: " + equivalent.For(family);
}
