using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
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
        Solution changed = solution;
        ImmutableArray<SiteOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<SiteOutcome>();
        RewriteTable[] tables = scope.Goal == MigrationGoal.Foundry
            ? [PersistentRewrites.Instance, ProjectsRewrites.Instance, AssistantsRewrites.Instance,
               await OpenAIAssistantsRewrites.OfAsync(solution, cancellationToken).ConfigureAwait(false)]
            : [OpenAIRewrites.Instance];
        foreach (RewriteTable table in tables)
        {
            ImmutableArray<MigrationUnit> all = await UnitFinder.FindAsync(changed, table, cancellationToken).ConfigureAwait(false);
            ImmutableArray<MigrationUnit> units = all.Where(unit => IsAskedFor(unit, scope)).ToImmutableArray();
            if (units.IsEmpty) continue;

            SupportPlan support = await SupportPlan.ReadAsync(changed, table, units, cancellationToken).ConfigureAwait(false);
            foreach (MigrationUnit unit in units)
            {
                if (support.Problem(unit) is { } problem) unit.Reverted = problem;
                else UnitPlanner.Plan(unit, table, support.FactsOf(unit), cancellationToken);
            }

            changed = await support.ApplyAsync(changed, units, cancellationToken).ConfigureAwait(false);
            outcomes.AddRange(Outcomes.Of(units, scope));
        }

        outcomes.AddRange(await Outcomes.OfOtherFamiliesAsync(solution, scope, tables, cancellationToken).ConfigureAwait(false));
        return new MigrationResult(changed, outcomes.ToImmutable());
    }

    private static bool IsAskedFor(MigrationUnit unit, MigrationScope scope)
    {
        foreach (LegacyDocument document in unit.Documents)
        {
            if (scope.Documents.Contains(document.Document.Id)
                && document.Sites.Any(found => Outcomes.IsAskedFor(found, scope)))
                return true;
        }

        return false;
    }
}
