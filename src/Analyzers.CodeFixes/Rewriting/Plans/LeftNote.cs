using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Plans;

/// <summary>A node that is left for a person, and why.</summary>
internal sealed class LeftNote
{
    public LeftNote(SyntaxNode node, string ruleId, string reason, bool isBlocking)
    {
        Node = node;
        RuleId = ruleId;
        Reason = reason;
        IsBlocking = isBlocking;
    }

    public SyntaxNode Node { get; }

    public string RuleId { get; }

    public string Reason { get; }

    public bool IsBlocking { get; }
}
