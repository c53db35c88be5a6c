using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Two sessions side by side.</summary>
/// <param name="Left">The session before, or the recorded one.</param>
/// <param name="Right">The session after.</param>
/// <param name="Pairs">Their entries, side by side.</param>
public sealed record TranscriptComparison(Transcript Left, Transcript Right, IReadOnlyList<EntryPair> Pairs)
{
    /// <summary>What makes them different, in order.</summary>
    public IReadOnlyList<TranscriptDifference> Differences => [.. Pairs.SelectMany(pair => pair.Differences).Where(difference => difference.Counts)];

    /// <summary>Whether nothing does.</summary>
    public bool AreEqual => Pairs.All(pair => pair.IsEqual);

    /// <summary>Compares two sessions.</summary>
    public static TranscriptComparison Of(Transcript left, Transcript right, ComparisonRules? rules = null) =>
        TranscriptComparer.Compare(left, right, rules ?? ComparisonRules.Default);

    /// <summary>Sessions that have nothing to do with one another, one after the other.</summary>
    public static TranscriptComparison Join(IReadOnlyList<TranscriptComparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        List<EntryPair> pairs = [];
        int left = 0, right = 0;
        foreach (TranscriptComparison comparison in comparisons)
        {
            pairs.AddRange(comparison.Pairs.Select(pair => pair with { Left = Shift(pair.Left, left), Right = Shift(pair.Right, right) }));
            left += comparison.Left.Exchanges.Count;
            right += comparison.Right.Exchanges.Count;
        }
        return new TranscriptComparison(
            Join(comparisons.Select(comparison => comparison.Left), pairs.Select(pair => pair.Left)),
            Join(comparisons.Select(comparison => comparison.Right), pairs.Select(pair => pair.Right)),
            pairs);
    }

    private static Transcript Join(IEnumerable<Transcript> parts, IEnumerable<TranscriptEntry?> entries) => parts.First() with
    {
        Entries = [.. entries.OfType<TranscriptEntry>()],
        Exchanges = [.. parts.SelectMany(part => part.Exchanges)],
    };

    private static TranscriptEntry? Shift(TranscriptEntry? entry, int by) =>
        entry is null ? null : entry with { Exchanges = [.. entry.Exchanges.Select(exchange => exchange + by)] };

    /// <summary>Ends a test where the sessions differ; the message shows the first difference with both sides.</summary>
    /// <exception cref="ComparisonFailedException">They differ.</exception>
    public void AssertEqual()
    {
        if (!AreEqual)
            throw new ComparisonFailedException(this);
    }
}

/// <summary>An entry of each side, or of one.</summary>
/// <param name="Left">The left side's.</param>
/// <param name="Right">The right side's.</param>
/// <param name="Differences">All differences, also those that do not count.</param>
public sealed record EntryPair(TranscriptEntry? Left, TranscriptEntry? Right, IReadOnlyList<TranscriptDifference> Differences)
{
    /// <summary>Whether no difference counts.</summary>
    public bool IsEqual => Differences.All(difference => !difference.Counts);

    /// <summary>Whether it has no counterpart and needs none, as objects that only one of the services has.</summary>
    public bool IsContext => Differences.Count == 0 && (Left is null || Right is null);
}
