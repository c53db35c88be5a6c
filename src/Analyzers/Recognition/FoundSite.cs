using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>A site and, for loops, whether it does nothing but wait and refresh.</summary>
public sealed class FoundSite
{
    internal FoundSite(LegacySite site, bool? isPlain)
    {
        Site = site;
        IsPlain = isPlain;
    }

    public LegacySite Site { get; }

    public bool? IsPlain { get; }

    internal Diagnostic ToDiagnostic() => IsPlain is not { } isPlain
        ? Site.ToDiagnostic()
        : Site.ToDiagnostic(ImmutableDictionary<string, string?>.Empty.Add(
            SiteProperties.IsPlain, isPlain ? SiteProperties.True : SiteProperties.False));
}
