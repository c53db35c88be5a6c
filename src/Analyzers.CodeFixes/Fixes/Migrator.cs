using AgentsMigration.Analyzers.CodeFixes.Adoption;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Fixes;

/// <summary>One door to both kinds of migration, for the code fixes and for the command.</summary>
public static class Migrator
{
    public static Task<MigrationResult> ApplyAsync(
        Solution solution, MigrationScope scope, CancellationToken cancellationToken) =>
        scope.Goal == MigrationGoal.Adapter
            ? AdapterAdoption.ApplyAsync(solution, scope, cancellationToken)
            : Rewriting.V2Migration.ApplyAsync(solution, scope, cancellationToken);
}
