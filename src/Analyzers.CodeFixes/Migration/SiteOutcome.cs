using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Migration;

/// <summary>What became of one legacy site.</summary>
public sealed class SiteOutcome
{
    public SiteOutcome(string ruleId, Location location, string? left)
    {
        RuleId = ruleId;
        Location = location;
        Left = left;
    }

    public string RuleId { get; }

    /// <summary>Where the site was, before the change.</summary>
    public Location Location { get; }

    /// <summary>Why the site was left for a person; null when it was rewritten.</summary>
    public string? Left { get; }
}
