using AgentsMigration.Analyzers.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Fix;

/// <summary>
/// One file may be a document of several projects: one for each target framework, or by links. Each is migrated in its
/// turn, and what was changed in one is seen by the next, so that no branch of an #if is lost.
/// </summary>
internal static class LinkedFiles
{
    /// <summary>The documents in turns: no file twice in one turn.</summary>
    public static IEnumerable<IReadOnlyList<DocumentId>> Turns(Solution solution)
    {
        IReadOnlyList<DocumentId>[] files =
        [
            .. solution.Projects.OrderBy(project => project.Name, StringComparer.Ordinal)
                .SelectMany(SourceDocuments.Of)
                .GroupBy(id => solution.GetDocument(id)!.FilePath ?? id.Id.ToString(), StringComparer.Ordinal)
                .Select(file => (IReadOnlyList<DocumentId>)[.. file]),
        ];
        int turns = files.Length == 0 ? 0 : files.Max(file => file.Count);
        return Enumerable.Range(0, turns)
            .Select(turn => (IReadOnlyList<DocumentId>)[.. files.Where(file => turn < file.Count).Select(file => file[turn])]);
    }

    /// <summary>Gives every document of a file the text that one of them got.</summary>
    public static async Task<Solution> SpreadAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        Solution spread = after;
        foreach (DocumentId id in after.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()).ToArray())
        {
            Document changed = after.GetDocument(id)!;
            if (changed.FilePath is not { } path) continue;

            SourceText text = await changed.GetTextAsync(cancellationToken);
            foreach (DocumentId other in after.GetDocumentIdsWithFilePath(path))
            {
                if (other != id && after.GetDocument(other) is not null) spread = spread.WithDocumentText(other, text);
            }
        }

        return await SpreadAddedAsync(before, after, spread, cancellationToken);
    }

    /// <summary>A file that came with the rewrite is compiled for every target framework.</summary>
    private static async Task<Solution> SpreadAddedAsync(
        Solution before, Solution after, Solution spread, CancellationToken cancellationToken)
    {
        foreach (ProjectChanges change in after.GetChanges(before).GetProjectChanges())
        {
            foreach (DocumentId id in change.GetAddedDocuments())
            {
                Document added = after.GetDocument(id)!;
                SourceText text = await added.GetTextAsync(cancellationToken);
                foreach (Project flavor in spread.Projects.Where(other => other.FilePath == change.NewProject.FilePath).ToArray())
                {
                    if (flavor.Documents.Any(document => document.FilePath == added.FilePath)) continue;
                    spread = spread.AddDocument(DocumentId.CreateNewId(flavor.Id), added.Name, text, added.Folders, added.FilePath);
                }
            }
        }

        return spread;
    }
}
