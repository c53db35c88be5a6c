using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Puts two sessions side by side, first by what fits, then by what is left over.</summary>
internal static class TranscriptComparer
{
    public static TranscriptComparison Compare(Transcript left, Transcript right, ComparisonRules rules)
    {
        SessionPair session = new(left, right, rules);
        List<(TranscriptEntry? Left, TranscriptEntry? Right)> rows = Alignment.Of(session);
        MoveFinder moves = MoveFinder.Of(session, rows);
        IdMap ids = new();
        List<EntryPair> pairs = [];
        foreach ((TranscriptEntry? one, TranscriptEntry? other) in rows)
        {
            IReadOnlyList<TranscriptDifference> differences = Differences(session, moves, ids, one, other);
            pairs.Add(new EntryPair(one, other, [.. differences.Select(difference => Accept(session, difference))]));
        }
        return new TranscriptComparison(left, right, pairs);
    }

    private static IReadOnlyList<TranscriptDifference> Differences(
        SessionPair session, MoveFinder moves, IdMap ids, TranscriptEntry? left, TranscriptEntry? right)
    {
        if (moves.Find(left, right) is { } moved)
            return [moved];
        if (left is not null && right is not null)
            return new EntryComparer(session, ids, session.NameOf(left)).Compare(left, right);
        TranscriptEntry single = (left ?? right)!;
        if (!session.NeedsCounterpart(single))
            return [];
        DifferenceKind kind = left is not null ? DifferenceKind.Missing : DifferenceKind.Additional;
        string shown = EntryText.Of(single);
        string? allowance = session.AllowanceOfLoss(single);
        return [new TranscriptDifference(kind, session.NameOf(single), left is null ? "nothing" : shown, right is null ? "nothing" : shown, allowance)];
    }

    private static TranscriptDifference Accept(SessionPair session, TranscriptDifference difference) =>
        difference.Counts && session.Rules.Accepted.FirstOrDefault(accepted => accepted.Covers(session.Left.Name, difference.Where)) is { } found
            ? difference with { Allowance = found.Reason }
            : difference;
}
