using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Entries that both sides have, at different places: one difference, not two.</summary>
internal sealed class MoveFinder
{
    private readonly Dictionary<TranscriptEntry, TranscriptDifference> _moved = new(ReferenceEqualityComparer.Instance);

    public static MoveFinder Of(SessionPair session, IReadOnlyList<(TranscriptEntry? Left, TranscriptEntry? Right)> rows)
    {
        MoveFinder finder = new();
        (TranscriptEntry? Left, TranscriptEntry? Right)[] open = [.. rows.Where(row => row.Left is null || row.Right is null || IsDoubtful(session, row.Left, row.Right))];
        List<TranscriptEntry> right = [.. open.Select(row => row.Right).OfType<TranscriptEntry>()];
        foreach (TranscriptEntry entry in open.Select(row => row.Left).OfType<TranscriptEntry>().Where(entry => IsRecognizable(entry) && session.NeedsCounterpart(entry)))
        {
            TranscriptEntry? same = right.FirstOrDefault(other => IsTheSame(session, entry, other));
            if (same is null || open.Any(row => row.Left == entry && row.Right == same))
                continue;
            right.Remove(same);
            TranscriptDifference moved = new(
                DifferenceKind.Moved,
                session.NameOf(entry),
                $"{Place(session, session.Left, entry)}: {EntryText.Of(entry)}",
                $"{Place(session, session.Right, same)}: {EntryText.Of(same)}");
            finder._moved[entry] = moved;
            finder._moved[same] = moved;
        }
        return finder;
    }

    /// <summary>What the row is, if it is a moved entry's.</summary>
    public TranscriptDifference? Find(TranscriptEntry? left, TranscriptEntry? right)
    {
        TranscriptDifference? moved = left is not null ? _moved.GetValueOrDefault(left) : null;
        if (moved is not null)
            return moved;
        // Its other place is shown as such, but counts only once.
        return right is not null && _moved.TryGetValue(right, out moved)
            ? left is null ? moved with { Allowance = "counted at its place on the left" } : moved
            : null;
    }

    /// <summary>One run looks like another.</summary>
    private static bool IsRecognizable(TranscriptEntry entry) => entry is MessageEntry or ToolCallEntry or FileEntry or ErrorEntry;

    private static bool IsDoubtful(SessionPair session, TranscriptEntry left, TranscriptEntry right) =>
        new EntryComparer(session, new IdMap(), "").Compare(left, right).Any(difference => difference.Counts || difference.Kind == DifferenceKind.OtherText);

    /// <summary>Word by word: what a model may say differently is no proof of being the same.</summary>
    private static bool IsTheSame(SessionPair session, TranscriptEntry left, TranscriptEntry right) =>
        EntryComparer.AreComparable(session, left, right)
        && !new EntryComparer(session, new IdMap(), "").Compare(left, right)
            .Any(difference => difference.Counts || difference.Kind is DifferenceKind.OtherText or DifferenceKind.OtherCode);

    private static string Place(SessionPair session, Transcript transcript, TranscriptEntry entry) =>
        transcript.Entries.TakeWhile(one => !ReferenceEquals(one, entry)).LastOrDefault() is { } before ? $"after {session.NameOf(before)}" : "first";
}
