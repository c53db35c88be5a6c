using System.Text.RegularExpressions;
using AgentsMigration.Analyzers.Rest;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.Packages;

/// <summary>Files beside the code: projects and their packages, settings and their connection strings.</summary>
public static class SettingsFiles
{
    private static readonly Regex ConnectionString = new(
        @"[^""'=\s>]*\.api\.azureml\.ms;[^""'<\s]*", RegexOptions.CultureInvariant);

    public static bool IsOne(string path) => IsProject(path) || IsSettings(path);

    public static IEnumerable<TextSite> Find(string path, string text)
    {
        if (IsProject(path))
        {
            foreach (TextSite site in PackageReferences.Find(text)) yield return site;
        }

        foreach (Match match in ConnectionString.Matches(text))
        {
            yield return new TextSite(
                "connection string", LegacyTexts.ConnectionString, new TextSpan(match.Index, match.Length));
        }
    }

    private static bool IsProject(string path) => EndsWith(path, ".csproj") || EndsWith(path, ".props")
        || EndsWith(path, ".targets") || EndsWith(path, "packages.config");

    private static bool IsSettings(string path) => EndsWith(path, ".json") || EndsWith(path, ".config")
        || EndsWith(path, ".env");

    private static bool EndsWith(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
