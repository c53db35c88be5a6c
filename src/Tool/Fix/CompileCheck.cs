using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Fix;

/// <summary>
/// A project that compiled still compiles: a file with new errors goes back to what it was, and with it, step by step,
/// the files that do not compile without its change.
/// </summary>
internal sealed class CompileCheck(Solution before, Func<Solution, Solution> withPackages, Action<string> progress)
{
    private readonly Dictionary<ProjectId, HashSet<string>> _known = [];
    private readonly Dictionary<string, string> _reverted = new(StringComparer.Ordinal);

    /// <summary>Files that went back, with the error that made them.</summary>
    public IReadOnlyDictionary<string, string> Reverted => _reverted;

    public async Task<Solution> RunAsync(Solution after, CancellationToken cancellationToken)
    {
        while (true)
        {
            string[] changed = ChangedFiles(after);
            if (changed.Length == 0) return before;

            Dictionary<string, string> guilty = [];
            Solution complete = withPackages(after);
            foreach (ProjectId id in Affected(after))
            {
                progress($"Checking {after.GetProject(id)!.Name}");
                foreach (Diagnostic error in await NewErrorsAsync(complete, id, cancellationToken))
                {
                    foreach (string file in await CulpritsAsync(error, id, changed, cancellationToken))
                        guilty.TryAdd(file, $"{error.Id} {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
                }

                // A project's dependents have errors because it has them.
                if (guilty.Count > 0) break;
            }

            if (guilty.Count == 0) return WithoutUnusedFiles(after);
            foreach ((string file, string error) in guilty)
            {
                _reverted[file] = error;
                foreach (DocumentId id in before.GetDocumentIdsWithFilePath(file))
                    after = after.WithDocumentText(id, await before.GetDocument(id)!.GetTextAsync(cancellationToken));
            }
        }
    }

    /// <summary>What came with the rewrite goes with it.</summary>
    private Solution WithoutUnusedFiles(Solution after)
    {
        ProjectDependencyGraph graph = after.GetProjectDependencyGraph();
        HashSet<ProjectId> changed =
        [
            .. ChangedFiles(after).SelectMany(file => after.GetDocumentIdsWithFilePath(file)).Select(id => id.ProjectId),
        ];
        Solution slim = after;
        foreach (ProjectChanges change in after.GetChanges(before).GetProjectChanges())
        {
            bool isUsed = changed.Contains(change.ProjectId)
                || graph.GetProjectsThatTransitivelyDependOnThisProject(change.ProjectId).Any(changed.Contains);
            if (!isUsed) slim = change.GetAddedDocuments().Aggregate(slim, (solution, id) => solution.RemoveDocument(id));
        }

        return slim;
    }

    private string[] ChangedFiles(Solution after) =>
    [
        .. after.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments())
            .Select(id => after.GetDocument(id)!)
            .Where(document => document.FilePath is not null && !IsSame(document))
            .Select(document => document.FilePath!).Distinct(StringComparer.Ordinal),
    ];

    private bool IsSame(Document document) =>
        document.TryGetText(out SourceText? now) && before.GetDocument(document.Id)!.TryGetText(out SourceText? then)
        && now.ContentEquals(then);

    /// <summary>Changed projects and their dependents, those first that others depend on.</summary>
    private IEnumerable<ProjectId> Affected(Solution after)
    {
        ProjectDependencyGraph graph = after.GetProjectDependencyGraph();
        HashSet<ProjectId> affected = [.. after.GetChanges(before).GetProjectChanges().Select(change => change.ProjectId)];
        foreach (ProjectId id in affected.ToArray()) affected.UnionWith(graph.GetProjectsThatTransitivelyDependOnThisProject(id));
        return graph.GetTopologicallySortedProjects().Where(affected.Contains);
    }

    private async Task<Diagnostic[]> NewErrorsAsync(Solution after, ProjectId id, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(id, out HashSet<string>? known))
            _known[id] = known = [.. (await ErrorsAsync(before, id, cancellationToken)).Select(Key)];
        return [.. (await ErrorsAsync(after, id, cancellationToken)).Where(error => !known.Contains(Key(error)))];
    }

    private static async Task<IEnumerable<Diagnostic>> ErrorsAsync(Solution solution, ProjectId id, CancellationToken cancellationToken) =>
        (await solution.GetProject(id)!.GetCompilationAsync(cancellationToken))!.GetDiagnostics(cancellationToken)
            .Where(found => found.Severity == DiagnosticSeverity.Error);

    private static string Key(Diagnostic error) =>
        $"{error.Id}|{error.Location.SourceTree?.FilePath}|{error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>The changed file that has the error; else those whose types the file with the error uses; else all.</summary>
    private async Task<IEnumerable<string>> CulpritsAsync(
        Diagnostic error, ProjectId id, string[] changed, CancellationToken cancellationToken)
    {
        string? place = error.Location.SourceTree?.FilePath;
        if (place is not null && changed.Contains(place, StringComparer.Ordinal)) return [place];
        if (place is null || before.GetProject(id)!.Documents.FirstOrDefault(document => document.FilePath == place) is not { } victim)
            return changed;

        SemanticModel model = (await victim.GetSemanticModelAsync(cancellationToken))!;
        SyntaxNode root = (await victim.GetSyntaxRootAsync(cancellationToken))!;
        string[] used =
        [
            .. root.DescendantNodes().OfType<SimpleNameSyntax>()
                .SelectMany(name => model.GetSymbolInfo(name, cancellationToken).Symbol?.DeclaringSyntaxReferences ?? [])
                .Select(reference => reference.SyntaxTree.FilePath).Distinct(StringComparer.Ordinal)
                .Where(file => changed.Contains(file, StringComparer.Ordinal)),
        ];
        return used.Length > 0 ? used : changed;
    }
}
