using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Fix;

/// <summary>
/// One file may be a document of several projects: one for each target framework, or by links. Each is migrated as its own
/// compiler sees it, and what was made of them becomes one text again, so that no branch of an #if is lost.
/// </summary>
internal static class LinkedFiles
{
    /// <summary>Every document of a file with the same text; the files whose documents became different code in the same place.</summary>
    public static async Task<(Solution Merged, IReadOnlyList<string> Apart)> MergeAsync(
        Solution before, Solution after, CancellationToken cancellationToken)
    {
        List<string> apart = [];
        Solution merged = after;
        string[] files =
        [
            .. after.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments())
                .Select(id => after.GetDocument(id)!.FilePath).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        foreach (string file in files)
        {
            DocumentId[] documents = [.. before.GetDocumentIdsWithFilePath(file).Where(id => before.GetDocument(id) is not null)];
            if (documents.Length < 2) continue;

            string original = (await before.GetDocument(documents[0])!.GetTextAsync(cancellationToken)).ToString();
            HashSet<string> texts = new(StringComparer.Ordinal);
            foreach (DocumentId id in documents) texts.Add((await after.GetDocument(id)!.GetTextAsync(cancellationToken)).ToString());
            string? text = TextMerge.Of(original, texts);
            if (text is null) apart.Add(file);
            foreach (DocumentId id in documents) merged = merged.WithDocumentText(id, SourceText.From(text ?? original));
        }

        return (await SpreadAddedAsync(before, after, merged, cancellationToken), apart);
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
