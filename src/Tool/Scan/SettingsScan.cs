using AgentsMigration.Analyzers.Packages;
using AgentsMigration.Tool.Scan.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Scan;

/// <summary>Projects' package references and settings' connection strings, which no compilation holds.</summary>
internal static class SettingsScan
{
    private static readonly string[] Patterns =
        ["*.csproj", "*.props", "*.targets", "packages.config", "appsettings*.json", "local.settings.json", "*.env"];

    public static IEnumerable<ScanSite> Scan(ScanTarget target, IReadOnlyCollection<string> folders)
    {
        HashSet<string> files = new(StringComparer.Ordinal);
        foreach (string folder in folders.Append(target.Root).Distinct(StringComparer.Ordinal))
        {
            bool isLooseRoot = folder == target.Root && (target.Solution is not null || target.Projects.Count == 1);
            foreach (string pattern in Patterns)
            {
                files.UnionWith(isLooseRoot ? Directory.EnumerateFiles(folder, pattern) : ScanTarget.Files(folder, pattern));
            }
        }

        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            SourceText text = SourceText.From(File.ReadAllText(file));
            foreach (var site in SettingsFiles.Find(file, text.ToString()))
            {
                Location location = Location.Create(file, site.Span, text.Lines.GetLinePositionSpan(site.Span));
                yield return SiteReader.Read(site.ToDiagnostic(location), text, file, target.Root, Owner(file, folders));
            }
        }
    }

    private static string Owner(string file, IReadOnlyCollection<string> folders) => Path.GetFileName(
        folders.Where(folder => file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .MaxBy(folder => folder.Length) ?? Path.GetDirectoryName(file)!);
}
