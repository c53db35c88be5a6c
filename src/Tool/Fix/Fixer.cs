using AgentsMigration.Analyzers.CodeFixes.Fixes;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Fix;

/// <summary>Migrates everything below a path: code, checked by the compiler, then package references, then the disk.</summary>
internal sealed class Fixer
{
    private readonly FixRequest _request;
    private readonly Action<string> _progress;
    private readonly Dictionary<ProjectId, MigrationGoal> _goals = [];
    private readonly Dictionary<(string File, TextSpan Span, string Rule), FixedSite> _sites = [];
    private readonly Dictionary<string, string> _apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _blocked = new(StringComparer.Ordinal);
    private readonly FoundryPackages _packages;

    private Fixer(FixRequest request, Action<string> progress)
    {
        _request = request;
        _progress = progress;
        _packages = new FoundryPackages(request.Target.Root, progress);
    }

    public static async Task<FixResult> RunAsync(FixRequest request, Action<string> progress, CancellationToken cancellationToken)
    {
        using OpenedSolution opened = await OpenedSolution.OpenAsync(request.Target, progress, cancellationToken);
        return await new Fixer(request, progress).RunAsync(opened, cancellationToken);
    }

    private async Task<FixResult> RunAsync(OpenedSolution opened, CancellationToken cancellationToken)
    {
        Solution before = opened.Solution;
        await ChooseGoalsAsync(before, cancellationToken);
        Solution seen = await _packages.AddAsync(before, GoalOf, cancellationToken);
        Solution migrated = FoundryPackages.TakeOut(before, await MigrateAsync(seen, cancellationToken));
        migrated = await NormalizeAsync(before, migrated, opened.Formats, cancellationToken);

        IReadOnlyList<string> foundry = await FoundryAssembliesAsync(before, migrated, cancellationToken);
        migrated = await BlockAsync(before, migrated, cancellationToken);
        CompileCheck check = new(before, new PackageReferences(GoalOf, foundry).Complete, _progress);
        Solution after = await check.RunAsync(migrated, cancellationToken);

        List<FileChange> files = [.. await ChangesAsync(before, after, opened.Formats, cancellationToken)];
        if (files.Count > 0) files.AddRange(await PackageEdits.PlanAsync(before, after, GoalOf, cancellationToken));
        if (!_request.IsDryRun)
        {
            foreach (FileChange file in files) await file.WriteAsync(cancellationToken);
        }

        return new(
            _request.Target.Root,
            [.. _sites.Values.Select(site => Final(site, check.Reverted)).OrderBy(site => site.File, StringComparer.Ordinal).ThenBy(site => site.Line)],
            [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)],
            opened.Problems);
    }

    private MigrationGoal GoalOf(ProjectId id) => _goals.GetValueOrDefault(id, MigrationGoal.OpenAI);

    private async Task ChooseGoalsAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (Project project in solution.Projects)
        {
            _goals[project.Id] = _request.ToAdapter ? MigrationGoal.Adapter
                : _request.V2Target
                    ?? (SourceDocuments.Of(project).FirstOrDefault() is { } first
                        ? (await FixPreferences.ReadAsync(solution.GetDocument(first)!, cancellationToken)).Target
                        : MigrationGoal.OpenAI);
        }
    }

    private async Task<Solution> MigrateAsync(Solution before, CancellationToken cancellationToken)
    {
        Solution migrated = before;
        foreach (IGrouping<MigrationGoal, DocumentId> goal in before.Projects.SelectMany(SourceDocuments.Of).GroupBy(id => GoalOf(id.ProjectId)).ToArray())
        {
            int files = goal.Select(id => before.GetDocument(id)!.FilePath).Distinct(StringComparer.Ordinal).Count();
            _progress($"Fixing {files} files");
            MigrationResult result = await Migrator.ApplyAsync(migrated, new(goal.Key, [.. goal], focus: null, _request.Rules), cancellationToken);
            Note(result.Sites);
            migrated = result.Solution;
        }

        (Solution merged, IReadOnlyList<string> apart) = await LinkedFiles.MergeAsync(before, migrated, cancellationToken);
        foreach (string file in apart) _apart[file] = "the projects that compile this file, or its target frameworks, would need different code";
        return merged;
    }

    /// <summary>A site that several projects compile counts once, and is done when it is in all of them.</summary>
    private void Note(IEnumerable<SiteOutcome> found)
    {
        foreach (SiteOutcome site in found)
        {
            FileLinePositionSpan place = site.Location.GetLineSpan();
            string code = FirstLine(site.Location.SourceTree!.GetText().ToString(site.Location.SourceSpan));
            var key = (place.Path, site.Location.SourceSpan, site.RuleId);
            if (_sites.TryGetValue(key, out FixedSite? known) && known.Left is not null) continue;
            _sites[key] = new(place.Path, place.StartLinePosition.Line + 1, site.RuleId, code, site.Left);
        }
    }

    private static string FirstLine(string code) => code.Split('\n')[0].Trim();

    /// <summary>New lines take the line ends of their file.</summary>
    private static async Task<Solution> NormalizeAsync(
        Solution before, Solution after, IReadOnlyDictionary<string, FileFormat> formats, CancellationToken cancellationToken)
    {
        foreach (DocumentId id in after.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()).ToArray())
        {
            Document document = after.GetDocument(id)!;
            if (document.FilePath is not { } path || !formats.TryGetValue(path, out FileFormat? format)) continue;

            SourceText text = await document.GetTextAsync(cancellationToken);
            after = after.WithDocumentText(id, SourceText.From(format.Normalize(text.ToString()), text.Encoding));
        }

        return after;
    }

    /// <summary>The packages of v2 for Foundry, for projects that do not have them yet.</summary>
    private async Task<IReadOnlyList<string>> FoundryAssembliesAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        Project[] needing =
        [
            .. after.GetChanges(before).GetProjectChanges().Where(change => GoalOf(change.ProjectId) == MigrationGoal.Foundry)
                .Select(change => change.OldProject),
        ];
        List<Project> lacking = [];
        foreach (Project project in needing)
        {
            Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
            if (FoundryPackages.AreMissingFrom(compilation)) lacking.Add(project);
        }

        if (lacking.Count == 0) return [];
        (IReadOnlyList<string> files, string? problem) = await _packages.RestoreAsync(cancellationToken);
        if (problem is not null)
        {
            foreach (Project project in lacking)
                _blocked[project.FilePath!] = problem;
        }

        return files;
    }

    /// <summary>What cannot be checked is not written.</summary>
    private async Task<Solution> BlockAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        foreach (Project project in before.Projects.Where(project => project.FilePath is not null && _blocked.ContainsKey(project.FilePath)))
        {
            foreach (Document document in project.Documents)
                after = after.WithDocumentText(document.Id, await document.GetTextAsync(cancellationToken));
        }

        return after;
    }

    private static async Task<IReadOnlyList<FileChange>> ChangesAsync(
        Solution before, Solution after, IReadOnlyDictionary<string, FileFormat> formats, CancellationToken cancellationToken)
    {
        Dictionary<string, FileChange> changes = new(StringComparer.Ordinal);
        foreach (DocumentId id in after.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()))
        {
            Document document = after.GetDocument(id)!;
            if (document.FilePath is not { } path || !formats.TryGetValue(path, out FileFormat? format)) continue;

            string old = (await before.GetDocument(id)!.GetTextAsync(cancellationToken)).ToString();
            string text = (await document.GetTextAsync(cancellationToken)).ToString();
            if (old != text) changes.TryAdd(path, new(path, format, old, text));
        }

        // New files look like the changed ones beside them.
        FileFormat like = changes.Values.FirstOrDefault()?.Format ?? FileFormat.Default;
        foreach (DocumentId id in after.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetAddedDocuments()))
        {
            Document added = after.GetDocument(id)!;
            if (added.FilePath is not { } path || changes.ContainsKey(path)) continue;

            string text = (await added.GetTextAsync(cancellationToken)).ToString();
            changes.Add(path, new(path, like.ForNewFile(), null, like.Normalize(text)));
        }

        return [.. changes.Values];
    }

    private FixedSite Final(FixedSite site, IReadOnlyDictionary<string, string> reverted)
    {
        string? left = reverted.TryGetValue(site.File, out string? error) ? $"rolled back, the file would not compile any more: {error}"
            : site.Left ?? _apart.GetValueOrDefault(site.File) ?? _blocked.Where(block => IsIn(site.File, block.Key)).Select(block => block.Value).FirstOrDefault();
        return site with { File = Path.GetRelativePath(_request.Target.Root, site.File).Replace('\\', '/'), Left = left };
    }

    private static bool IsIn(string file, string project) =>
        file.StartsWith(Path.GetDirectoryName(project) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
