using System.Security.Cryptography;
using AgentsMigration.Comparison.Files;
using AgentsMigration.Comparison.Recordings;
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
            (string ofLeft, string ofRight) = Contents(one.Span, other.Span);
            differences.Add(new TranscriptDifference(
                kind, where, $"{EntryText.Of(left)}: {ofLeft}", $"{EntryText.Of(right)}: {ofRight}", rules.SameFiles ? null : "files may differ"));
        }
        // The name of a displayed image is chosen by the service.
        else if (!isImage && left.Name is { } name && right.Name is { } otherName && name != otherName)
        {
            differences.Add(new TranscriptDifference(DifferenceKind.OtherName, where, name, otherName, rules.SameFileNames ? null : "names may differ"));
        }
    }

    /// <summary>Two files of one name and size would look the same without it.</summary>
    private static (string Left, string Right) Contents(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        ReadableText.TryRead(left) is { } one && ReadableText.TryRead(right) is { } other
            ? TextCut.AtFirstDifference(one, other)
            : (Digest(left), Digest(right));

    private static string Digest(ReadOnlySpan<byte> bytes) =>
        $"SHA-256 {Convert.ToHexString(SHA256.HashData(bytes))[..12]}";
}
