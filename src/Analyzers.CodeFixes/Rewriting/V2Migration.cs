using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting;

/// <summary>Rewrites the legacy sites in scope to v2.</summary>
public static class V2Migration
{
    public static async Task<MigrationResult> ApplyAsync(
        Solution solution, MigrationScope scope, CancellationToken cancellationToken)
    {
        ImmutableArray<SiteOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<SiteOutcome>();
        foreach (DocumentId id in scope.Documents)
        {
            if (solution.GetDocument(id) is not { } document
                || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
                || LegacySdk.Create(model.Compilation, cancellationToken) is not { } sdk)
                continue;

            SyntaxNode root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
            foreach (FoundSite found in SiteWalk.In(root, sdk, new SiteFinder(sdk, model, cancellationToken)))
            {
                string rule = "AGM" + (int)found.Site.Rule;
                if (scope.Rules?.Contains(rule) == false) continue;
                if (scope.Focus is { } focus && !found.Site.Node.Span.OverlapsWith(focus)) continue;
                outcomes.Add(new SiteOutcome(rule, found.Site.Node.GetLocation(), "not covered yet"));
            }
        }

        return new MigrationResult(solution, outcomes.ToImmutable());
    }
}
