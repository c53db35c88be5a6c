using System.Collections.Immutable;
using AgentsMigration.Analyzers;
using AgentsMigration.Analyzers.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentsMigration.CodeFixes.Tests.Verification;

/// <summary>Does what an editor does: diagnostics, the actions on offer, one applied or all.</summary>
internal static class Fixing
{
    private static readonly LegacyCallFixProvider Provider = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Solution solution)
    {
        Project project = solution.Projects.Single();
        Compilation compilation = (await project.GetCompilationAsync(Cancelled))!;
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers([new LegacyCallAnalyzer()], project.AnalyzerOptions)
            .GetAnalyzerDiagnosticsAsync(Cancelled);
        return [.. found.OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<CodeAction>> ActionsAsync(Solution solution, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await Provider.RegisterCodeFixesAsync(new CodeFixContext(
            solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), Cancelled));
        return actions;
    }

    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(Cancelled);
        return operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution ?? throw new InvalidOperationException("No change.");
    }

    public static async Task<Solution> FixAllAsync(Solution solution, FixAllScope scope, string key)
    {
        IReadOnlyList<Diagnostic> diagnostics = await DiagnosticsAsync(solution);
        Document document = solution.GetDocument(diagnostics[0].Location.SourceTree)!;
        FixAllContext context = new(
            document, Provider, scope, key, diagnostics.Select(d => d.Id).Distinct(), new Known(diagnostics), Cancelled);
        return await ApplyAsync((await Provider.GetFixAllProvider().GetFixAsync(context))!);
    }

    /// <summary>The first site that has the action, again and again until none has.</summary>
    public static async Task<Solution> OneByOneAsync(Solution solution, string key)
    {
        for (int steps = 0; steps < 100; steps++)
        {
            Solution before = solution;
            foreach (Diagnostic diagnostic in await DiagnosticsAsync(solution))
            {
                CodeAction? action = (await ActionsAsync(solution, diagnostic)).FirstOrDefault(a => a.EquivalenceKey == key);
                if (action is null) continue;

                Solution changed = await ApplyAsync(action);
                if (string.Concat(await AppSolution.TextsAsync(changed)) == string.Concat(await AppSolution.TextsAsync(solution))) continue;
                solution = changed;
                break;
            }

            if (ReferenceEquals(before, solution)) return solution;
        }

        throw new InvalidOperationException("There is always something left to fix.");
    }

    private sealed class Known(IReadOnlyList<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(d => d.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
