using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Migration;

/// <summary>The changed solution and what became of each site in scope.</summary>
public sealed class MigrationResult
{
    public MigrationResult(Solution solution, ImmutableArray<SiteOutcome> sites)
    {
        Solution = solution;
        Sites = sites;
    }

    public Solution Solution { get; }

    public ImmutableArray<SiteOutcome> Sites { get; }
}
