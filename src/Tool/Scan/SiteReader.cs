using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using AgentsMigration.Analyzers.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Scan;

/// <summary>Turns diagnostics into sites.</summary>
internal static class SiteReader
{
    private const int MaxCode = 160;

    public static ScanSite Read(Diagnostic diagnostic, SourceText text, string path, string root, string project, bool isAutomatic = false)
    {
        LinePositionSpan lines = text.Lines.GetLinePositionSpan(diagnostic.Location.SourceSpan);
        return new(
            project,
            Path.GetRelativePath(root, path).Replace('\\', '/'),
            lines.Start.Line + 1,
            lines.Start.Character + 1,
            lines.End.Line + 1,
            lines.End.Character + 1,
            diagnostic.Id,
            diagnostic.Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture),
            diagnostic.Severity >= DiagnosticSeverity.Warning,
            Family(diagnostic),
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            Code(text.ToString(diagnostic.Location.SourceSpan)),
            isAutomatic,
            FixOutlook.IsBound(diagnostic));
    }

    private static string Family(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SiteProperties.Family, out string? name)
        && Enum.TryParse(name, out LegacyFamily family)
            ? LegacyTable.For(family).Namespace
            : "REST and settings";

    /// <summary>One line of the code, enough to know it again.</summary>
    private static string Code(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxCode ? line : line[..MaxCode] + " …";
    }
}
