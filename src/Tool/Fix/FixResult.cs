namespace AgentsMigration.Tool.Fix;

/// <summary>What became of a site, its place as it was before.</summary>
internal sealed record FixedSite(string File, int Line, string RuleId, string Code, string? Left);

/// <summary>A file before - null for a new one - and after, with how it is written on disk.</summary>
internal sealed record FileChange(string Path, FileFormat Format, string? Before, string After)
{
    public Task WriteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        return Format.WriteAsync(Path, After, cancellationToken);
    }
}

/// <summary>A project that could not be opened.</summary>
internal sealed record ProjectProblem(string Project, string Reason);

/// <summary>What a fix did, or in a dry run would do.</summary>
internal sealed record FixResult(
    string Root, IReadOnlyList<FixedSite> Sites, IReadOnlyList<FileChange> Files, IReadOnlyList<ProjectProblem> Problems)
{
    public int Rewritten => Sites.Count(site => site.Left is null);

    public int Left => Sites.Count - Rewritten;

    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
