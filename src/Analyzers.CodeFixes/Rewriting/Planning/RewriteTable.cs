using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>What the names of one legacy SDK become on one target: one entry a name, in files of one concept each.</summary>
internal abstract class RewriteTable
{
    /// <summary>Type → type.</summary>
    public abstract IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>Type.Property → what to ask instead.</summary>
    public abstract IReadOnlyDictionary<string, MemberRule> Members { get; }

    /// <summary>Type.Method, without Async → the plan for a call.</summary>
    public abstract IReadOnlyDictionary<string, Action<RewriteContext, CallSite>> Calls { get; }

    /// <summary>Type → the plan for a construction that is more than that of the new type.</summary>
    public abstract IReadOnlyDictionary<string, Action<RewriteContext, BaseObjectCreationExpressionSyntax>> Creations { get; }

    /// <summary>From → to, for implicit conversions that the new types do not have: how to write them.</summary>
    public abstract IReadOnlyDictionary<(string From, string To), string> Conversions { get; }

    /// <summary>Types that v2 hands out without the shell of a service's answer.</summary>
    public abstract IReadOnlyCollection<string> Bare { get; }

    public abstract bool IsLegacy(ISymbol symbol);

    /// <summary>Plans what no name alone tells: flows, loops, patterns.</summary>
    public abstract void PlanFlows(RewriteContext context, SyntaxNode root);
}
