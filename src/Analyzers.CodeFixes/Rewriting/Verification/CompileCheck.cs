using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Verification;

/// <summary>Compiles what was changed, once for each project, and takes back the units whose files have errors they did not have.</summary>
internal static class CompileCheck
{
    /// <returns>True when something was taken back, so that the rest has to be applied anew.</returns>
    public static async Task<bool> TakeBackAsync(
        Solution before, Solution after, ImmutableArray<MigrationUnit> units, CancellationToken cancellationToken)
    {
        bool any = false;
        foreach (ProjectId id in units.Where(unit => unit.Reverted is null && !unit.IsBlocked)
            .SelectMany(unit => unit.Documents).Select(document => document.Document.Project.Id).Distinct().ToArray())
        {
            List<Diagnostic> errors = await NewErrorsAsync(before, after, id, cancellationToken).ConfigureAwait(false);
            if (errors.Count == 0) continue;

            any = true;
            bool isPlaced = false;
            foreach (MigrationUnit unit in units)
            {
                Diagnostic? own = errors.FirstOrDefault(error => unit.Documents.Any(document =>
                    after.GetDocumentId(error.Location.SourceTree) == document.Document.Id));
                if (own is null || unit.Reverted is not null) continue;

                unit.Reverted = Reason(own);
                isPlaced = true;
            }

            if (isPlaced) continue;
            foreach (MigrationUnit unit in units)
            {
                if (unit.Documents.Any(document => document.Document.Project.Id == id)) unit.Reverted ??= Reason(errors[0]);
            }
        }

        return any;
    }

    private static string Reason(Diagnostic error)
    {
        FileLinePositionSpan place = error.Location.GetLineSpan();
        return "the rewritten code would not compile: "
            + $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1}): {error.Id} {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private static async Task<List<Diagnostic>> NewErrorsAsync(
        Solution before, Solution after, ProjectId id, CancellationToken cancellationToken)
    {
        Compilation? changed = await after.GetProject(id)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        List<Diagnostic> errors = [.. Errors(changed!, cancellationToken)];
        if (errors.Count == 0) return errors;

        Compilation? original = await before.GetProject(id)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        HashSet<string> old = [.. Errors(original!, cancellationToken).Select(Key)];
        errors.RemoveAll(error => old.Contains(Key(error)));
        return errors;
    }

    private static IEnumerable<Diagnostic> Errors(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static string Key(Diagnostic error) => error.Location.SourceTree?.FilePath + "|" + error.Id + "|"
        + error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
