using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Lists that the previews gave in pages, which were read as if they were all.</summary>
internal static class Pages
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["PageableList"] = "IReadOnlyList";
        entries.Bare.Add("PageableList");
        entries.Keep("PageableList", "Count", "this[]");
        entries.Members["PageableList.Data"] = MemberRule.By((context, use) =>
        {
            if (use.Access is { } access)
                context.Plan.Edit(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.WithTrailingTrivia(visited.GetTrailingTrivia()));
            else context.Block(use.Whole, "the list itself has the elements");
        });
    }
}
