using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Tool.Scan.Loading;

namespace AgentsMigration.Tool.Fix;

/// <summary>What was asked for; a target of null goes by each project's settings and references.</summary>
internal sealed record FixRequest(
    ScanTarget Target, bool ToAdapter, MigrationGoal? V2Target, ImmutableHashSet<string>? Rules, bool IsDryRun);
