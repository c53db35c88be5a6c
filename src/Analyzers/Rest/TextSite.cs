using System.Collections.Immutable;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.Rest;

/// <summary>A site in text rather than in a call: a path, a header, a setting, a package.</summary>
public sealed class TextSite
{
    internal TextSite(string name, Equivalent equivalent, TextSpan span)
    {
        Name = name;
        Equivalent = equivalent;
        Span = span;
    }

    public string Name { get; }

    public Equivalent Equivalent { get; }

    public TextSpan Span { get; }

    public Diagnostic ToDiagnostic(Location location) => Diagnostic.Create(
        RuleTable.For(Equivalent.Rule),
        location,
        ImmutableDictionary<string, string?>.Empty
            .Add(SiteProperties.Foundry, Equivalent.Foundry)
            .Add(SiteProperties.OpenAI, Equivalent.OpenAI)
            .Add(SiteProperties.HasEquivalent, Equivalent.Exists ? SiteProperties.True : SiteProperties.False),
        Name,
        SiteMessage.Verdict(Equivalent, LegacyFamily.AzurePersistent));
}
