using AgentsMigration.Analyzers.Flows;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>All sites of a file in the order in which they are reported: one walk for diagnostics and for fixes.</summary>
public static class SiteWalk
{
    public static IEnumerable<FoundSite> In(SyntaxNode root, LegacySdk sdk, SiteFinder finder)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            switch (node)
            {
                case SimpleNameSyntax name when sdk.MayBeLegacy(name.Identifier.ValueText):
                    if (finder.Find(name) is { } byName) yield return new FoundSite(byName, isPlain: null);
                    break;
                case ImplicitObjectCreationExpressionSyntax creation:
                    if (finder.Find(creation) is { } created) yield return new FoundSite(created, isPlain: null);
                    break;
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax:
                    StatementSyntax loop = (StatementSyntax)node;
                    if (LoopFinder.Find(loop, finder) is { } waiting)
                    {
                        bool isPlain = waiting.Rule == LegacyRule.PollingLoop && PlainLoop.Is(loop, finder);
                        yield return new FoundSite(waiting, isPlain);
                    }

                    break;
            }
        }
    }
}
