using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Which entry stands beside which: the cheapest way to write one session into the other.</summary>
internal static class Alignment
{
    // Two different entries of a kind side by side say more than one lost and one new, but less than a whole row that fits.
    private const double OneSided = 0.9;
    private const double Unlike = 1.0;
    private const double PerDifference = 0.1;
    private const double PerAllowed = 0.01;
    private const double Impossible = 1000;

    public static List<(TranscriptEntry? Left, TranscriptEntry? Right)> Of(SessionPair session)
    {
        IReadOnlyList<TranscriptEntry> left = session.Left.Entries;
        IReadOnlyList<TranscriptEntry> right = session.Right.Entries;
        double[,] pairing = new double[left.Count, right.Count];
        double[,] rest = new double[left.Count + 1, right.Count + 1];
        for (int i = left.Count; i >= 0; i--)
        {
            for (int j = right.Count; j >= 0; j--)
            {
                if (i < left.Count && j < right.Count)
                    pairing[i, j] = Cost(session, left[i], right[j]);
                rest[i, j] = (i < left.Count, j < right.Count) switch
                {
                    (false, false) => 0,
                    (true, false) => Single(session, left[i]) + rest[i + 1, j],
                    (false, true) => Single(session, right[j]) + rest[i, j + 1],
                    _ => Math.Min(
                        pairing[i, j] + rest[i + 1, j + 1],
                        Math.Min(Single(session, left[i]) + rest[i + 1, j], Single(session, right[j]) + rest[i, j + 1])),
                };
            }
        }
        return Walk(session, left, right, pairing, rest);
    }

    private static List<(TranscriptEntry? Left, TranscriptEntry? Right)> Walk(
        SessionPair session, IReadOnlyList<TranscriptEntry> left, IReadOnlyList<TranscriptEntry> right, double[,] pairing, double[,] rest)
    {
        List<(TranscriptEntry?, TranscriptEntry?)> rows = [];
        int i = 0, j = 0;
        while (i < left.Count || j < right.Count)
        {
            if (i < left.Count && j < right.Count && IsSame(rest[i, j], pairing[i, j] + rest[i + 1, j + 1]))
                rows.Add((left[i++], right[j++]));
            else if (i < left.Count && IsSame(rest[i, j], Single(session, left[i]) + rest[i + 1, j]))
                rows.Add((left[i++], null));
            else
                rows.Add((null, right[j++]));
        }
        return rows;
    }

    private static bool IsSame(double one, double other) => Math.Abs(one - other) < 1e-9;

    private static double Single(SessionPair session, TranscriptEntry entry) => session.NeedsCounterpart(entry) ? OneSided : 0.05;

    private static double Cost(SessionPair session, TranscriptEntry left, TranscriptEntry right)
    {
        if (!EntryComparer.AreComparable(session, left, right))
            return Impossible;
        // Ids are not learnt here: whether these two belong together is still open.
        IReadOnlyList<TranscriptDifference> differences = new EntryComparer(session, new IdMap(), "").Compare(left, right);
        int counting = differences.Count(difference => difference.Counts);
        return counting == 0 ? differences.Count * PerAllowed : Math.Min(Unlike + (PerDifference * (counting - 1)), 1.7);
    }
}
