using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Tool.Scan;

/// <summary>Tells sites that a mechanical rewrite can do from those that need a decision.</summary>
internal static class FixOutlook
{
    public static bool IsAutomatic(Diagnostic site) => site.Properties.ContainsKey(SiteProperties.Family)
        && Is(site, SiteProperties.HasEquivalent)
        && IsBound(site)
        && (site.Id != "AGM4010" || Is(site, SiteProperties.IsPlain));

    public static bool IsBound(Diagnostic site) =>
        !site.Properties.ContainsKey(SiteProperties.IsBound) || Is(site, SiteProperties.IsBound);

    private static bool Is(Diagnostic site, string property) =>
        site.Properties.TryGetValue(property, out string? value) && value == "true";
}
