using System.Text.RegularExpressions;

namespace AgentsMigration.Tool.Scan.Loading;

/// <summary>The C# projects that a solution file names, whichever of its three formats it has.</summary>
internal static partial class SolutionProjects
{
    public static async Task<IReadOnlyList<string>> ReadAsync(string solution, CancellationToken cancellationToken)
    {
        string folder = Path.GetDirectoryName(solution)!;
        string text = await File.ReadAllTextAsync(solution, cancellationToken);
        return
        [
            .. ProjectPath().Matches(text)
                .Select(match => match.Groups[1].Value.Replace("\\\\", "/", StringComparison.Ordinal).Replace('\\', '/'))
                .Select(path => Path.GetFullPath(Path.Combine(folder, path)))
                .Where(File.Exists)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    [GeneratedRegex("\"([^\"]+\\.csproj)\"", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectPath();
}
