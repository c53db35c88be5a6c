using AgentsMigration.Comparison.Files;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Compares two files, as far as both sides show them.</summary>
internal static class FileComparer
{
    public static void Compare(
        ComparisonRules rules, string where, FileReference left, FileReference right, List<TranscriptDifference> differences, bool isImage = false)
    {
        if (left.Content is { } one && right.Content is { } other && !ImageBytes.ShowTheSame(one.Span, other.Span))
        {
            DifferenceKind kind = isImage || left.MediaType is not null ? DifferenceKind.OtherImage : DifferenceKind.OtherFile;
            differences.Add(new TranscriptDifference(kind, where, EntryText.Of(left), EntryText.Of(right), rules.SameFiles ? null : "files may differ"));
        }
        // The name of a displayed image is chosen by the service.
        else if (!isImage && left.Name is { } name && right.Name is { } otherName && name != otherName)
        {
            differences.Add(new TranscriptDifference(DifferenceKind.OtherName, where, name, otherName, rules.SameFileNames ? null : "names may differ"));
        }
    }
}
