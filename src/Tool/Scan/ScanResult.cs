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

/// <summary>A project and how it was read: with all its references, or by its text alone.</summary>
internal sealed record ScannedProject(string Name, int Files, string? SyntaxOnlyBecause);
