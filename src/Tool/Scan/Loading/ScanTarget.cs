namespace AgentsMigration.Tool.Scan.Loading;

/// <summary>What PATH means: a solution, projects, or loose files; and the folder that paths are relative to.</summary>
internal sealed record ScanTarget(string Root, string? Solution, IReadOnlyList<string> Projects)
{
    private static readonly string[] Skipped = ["bin", "obj", "artifacts", "node_modules", "packages"];

    public static ScanTarget Of(string path)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full)) return new(full, null, [.. Files(full, "*.csproj")]);

        string folder = Path.GetDirectoryName(full)!;
        return Path.GetExtension(full) is ".sln" or ".slnx" or ".slnf"
            ? new(folder, full, [])
            : new(folder, null, [full]);
    }

    public static bool IsKnown(string path) =>
        Directory.Exists(path)
        || (File.Exists(path) && Path.GetExtension(path) is ".sln" or ".slnx" or ".slnf" or ".csproj");

    /// <summary>Files of a folder, without what builds and package managers put there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        foreach (string file in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)) yield return file;
        foreach (string child in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(child);
            if (name.StartsWith('.') || Skipped.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            foreach (string file in Files(child, pattern)) yield return file;
        }
    }
}
