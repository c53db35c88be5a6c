using System.Collections.Immutable;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>One place in the code that a migration must touch.</summary>
public sealed class LegacySite
{
    internal LegacySite(LegacyType type, string? member, Equivalent equivalent, SyntaxNode node, bool isBound)
    {
        Type = type;
        Member = member;
        Equivalent = equivalent;
        Node = node;
        IsBound = isBound;
    }

    public LegacyType Type { get; }

    /// <summary>The member without its Async suffix; null when the type itself is the site.</summary>
    public string? Member { get; }

    public Equivalent Equivalent { get; }

    public LegacyRule Rule => Equivalent.Rule;

    /// <summary>The whole of it: the invocation, the creation, the member access, the loop.</summary>
    public SyntaxNode Node { get; }

    /// <summary>False when the SDK is not referenced any more and names alone told what this is.</summary>
    public bool IsBound { get; }

    public string DisplayName => (IsLoop ? "loop over " : "") + (Member is null ? Type.Name : $"{Type.Name}.{Member}");

    private bool IsLoop => Rule is LegacyRule.PollingLoop or LegacyRule.ToolOutputLoop or LegacyRule.StreamingLoop;

    internal Diagnostic ToDiagnostic(ImmutableDictionary<string, string?>? more = null) => Diagnostic.Create(
        RuleTable.For(Rule),
        Node.GetLocation(),
        (more ?? ImmutableDictionary<string, string?>.Empty)
            .Add(SiteProperties.Family, Type.Family.ToString())
            .Add(SiteProperties.Type, Type.Name)
            .Add(SiteProperties.Member, Member)
            .Add(SiteProperties.Foundry, Equivalent.Foundry)
            .Add(SiteProperties.OpenAI, Equivalent.OpenAI)
            .Add(SiteProperties.HasEquivalent, Equivalent.Exists ? SiteProperties.True : SiteProperties.False)
            .Add(SiteProperties.IsBound, IsBound ? SiteProperties.True : SiteProperties.False),
        DisplayName,
        SiteMessage.Verdict(Equivalent, Type.Family));
}
