using System.Collections.Immutable;
using AgentsMigration.Analyzers;
using AgentsMigration.Tool.Scan.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentsMigration.Tool.Scan;

/// <summary>Runs the analyzers over everything below a path.</summary>
internal static class Scanner
{
    public static async Task<ScanResult> ScanAsync(
        ScanTarget target, Action<string> progress, CancellationToken cancellationToken)
    {
        Dictionary<string, ScannedProject> projects = new(StringComparer.Ordinal);
        HashSet<string> folders = new(StringComparer.Ordinal);
        List<(string Project, Diagnostic Site)> diagnostics = [];
        Solution? solution = null;

        // One site once, though a file is in several projects or is compiled for several frameworks.
        Dictionary<(string File, int Line, int Column, int EndLine, int EndColumn, string Rule), ScanSite> sites = [];
        await foreach (LoadedProject project in WorkspaceLoader.LoadAsync(target, progress, cancellationToken))
        {
            progress($"Scanning {project.Name}");
            Diagnostic[] found = [.. await FindAsync(project, cancellationToken)];
            if (project.Project is { } last) solution = last.Solution;
            projects.TryAdd(
                project.Folder + '/' + project.Name,
                new(project.Name, SourceFiles(project.Compilation), found.Count(site => !FixOutlook.IsBound(site)), project.SyntaxOnlyBecause));
            folders.Add(project.Folder);
            diagnostics.AddRange(found.Select(site => (project.Name, site)));
        }

        progress("Asking the fixes");
        FixOutlook outlook = await FixOutlook.OfAsync(solution, cancellationToken);
        foreach ((string name, Diagnostic site) in diagnostics)
        {
            SyntaxTree tree = site.Location.SourceTree!;
            Add(SiteReader.Read(site, tree.GetText(cancellationToken), tree.FilePath, target.Root, name, outlook.IsAutomatic(site)));
        }

        foreach (ScanSite site in SettingsScan.Scan(target, folders)) Add(site);
        return new(
            target.Root,
            [.. projects.Values],
            [.. sites.Values.OrderBy(site => site.File, StringComparer.Ordinal).ThenBy(site => site.Line).ThenBy(site => site.Column)
                .ThenBy(site => site.RuleId, StringComparer.Ordinal)]);

        void Add(ScanSite site) => sites.TryAdd(
            (site.File, site.Line, site.Column, site.EndLine, site.EndColumn, site.RuleId), site);
    }

    /// <summary>Files that people wrote.</summary>
    private static int SourceFiles(Compilation compilation) => compilation.SyntaxTrees.Count(
        tree => !tree.FilePath.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal));

    private static async Task<IEnumerable<Diagnostic>> FindAsync(LoadedProject project, CancellationToken cancellationToken)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new LegacyCallAnalyzer(), new LegacyTextAnalyzer()];
        ImmutableArray<Diagnostic> found = await project.Compilation
            .WithAnalyzers(analyzers)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        return found.Where(diagnostic => diagnostic is { IsSuppressed: false, Location.SourceTree: not null });
    }
}
