namespace AgentsMigration.Tool.Scan;

/// <summary>What a scan found, and how far it could look.</summary>
internal sealed record ScanResult(
    string Root,
    IReadOnlyList<ScannedProject> Projects,
    IReadOnlyList<ScanSite> Sites)
{
    public int Automatic => Sites.Count(site => site.IsAutomatic);

    public int NeedsYou => Sites.Count - Automatic;

    public Effort Effort => Effort.Of(Sites);
}

/// <summary>
/// A project and how it was read: with all its references, or by its text alone. Unbound are sites that names alone told.
/// </summary>
internal sealed record ScannedProject(string Name, int Files, int Unbound, string? SyntaxOnlyBecause)
{
    /// <summary>What the reader should know before trusting the numbers.</summary>
    public string? Note => SyntaxOnlyBecause is not null ? $"was read by its text alone: {SyntaxOnlyBecause}"
        : Unbound > 0 ? $"has {Unbound} sites that do not bind: run dotnet restore first, unless the package is gone on purpose"
        : null;
}
