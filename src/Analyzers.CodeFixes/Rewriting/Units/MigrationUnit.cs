namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>
/// Files that can only be rewritten together: those that hand each other values of legacy types. A single fix rewrites one
/// unit, so that the project compiles after each.
/// </summary>
internal sealed class MigrationUnit
{
    public MigrationUnit(IReadOnlyList<LegacyDocument> documents) => Documents = documents;

    public IReadOnlyList<LegacyDocument> Documents { get; }

    /// <summary>Why it was taken back although it was planned; null when it stands.</summary>
    public string? Reverted { get; set; }

    public bool IsBlocked => Documents.Any(document => document.Plan?.Left.Any(left => left.IsBlocking) == true);
}
