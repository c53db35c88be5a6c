using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting;

/// <summary>
/// Rewrites the legacy sites in scope to v2, in units of files that belong together (docs/architecture.md, Rewriting): plan
/// all with the semantic models of the solution as it is, apply, compile each changed project once, take back what does not.
/// </summary>
public static class V2Migration
{
    public static async Task<MigrationResult> ApplyAsync(
        Solution solution, MigrationScope scope, CancellationToken cancellationToken)
    {
        OpenAIRewrites table = OpenAIRewrites.Instance;
        ImmutableArray<MigrationUnit> all = await UnitFinder.FindAsync(solution, table, cancellationToken).ConfigureAwait(false);
        ImmutableArray<MigrationUnit> units = all.Where(unit => IsAskedFor(unit, scope)).ToImmutableArray();

        SupportPlan support = await SupportPlan.ReadAsync(solution, units, cancellationToken).ConfigureAwait(false);
        foreach (MigrationUnit unit in units)
        {
            if (scope.Goal != MigrationGoal.OpenAI) unit.Reverted = "this target is not covered yet";
            else if (support.Problem(unit) is { } problem) unit.Reverted = problem;
            else UnitPlanner.Plan(unit, table, support.FactsOf(unit), cancellationToken);
        }

        Solution changed = await support.ApplyAsync(solution, units, cancellationToken).ConfigureAwait(false);
        return new MigrationResult(changed, Outcomes.Of(units, scope));
    }

    private static bool IsAskedFor(MigrationUnit unit, MigrationScope scope)
    {
        foreach (LegacyDocument document in unit.Documents)
        {
            if (!scope.Documents.Contains(document.Document.Id)) continue;
            if (document.Sites.Any(found => (scope.Focus is not { } focus || found.Site.Node.Span.IntersectsWith(focus))
                && (scope.Rules is not { } rules || rules.Contains(Outcomes.RuleOf(found)))))
                return true;
        }

        return false;
    }
}
