using AgentsMigration.Comparison.Comparing;

namespace AgentsMigration.Comparison.Reporting;

/// <summary>All that was compared in one go.</summary>
/// <param name="Left">What the left side is.</param>
/// <param name="Right">What the right side is.</param>
/// <param name="Sessions">The sessions.</param>
public sealed record ComparisonReport(string Left, string Right, IReadOnlyList<SessionResult> Sessions)
{
    /// <summary>What came out of it.</summary>
    public Verdict Verdict => Sessions.Count == 0 || Sessions.Any(session => session.Verdict == Verdict.NotRun) ? Verdict.NotRun
        : Sessions.All(session => session.Verdict == Verdict.Equal) ? Verdict.Equal
        : Verdict.Different;

    /// <summary>A report of one comparison.</summary>
    public static ComparisonReport Of(TranscriptComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new ComparisonReport(comparison.Left.Name, comparison.Right.Name, [new SessionResult(comparison.Left.Name, comparison, null)]);
    }
}

/// <summary>One session of a report.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Comparison">Both sides; null when it could not be run.</param>
/// <param name="Problem">Why it could not be run.</param>
public sealed record SessionResult(string Name, TranscriptComparison? Comparison, string? Problem)
{
    /// <summary>What a reader should know of it.</summary>
    public string? Note { get; init; }

    /// <summary>What came out of it.</summary>
    public Verdict Verdict => Comparison is null ? Verdict.NotRun : Comparison.AreEqual ? Verdict.Equal : Verdict.Different;
}

/// <summary>What came out of a comparison.</summary>
public enum Verdict
{
    /// <summary>Both sides do the same.</summary>
    Equal,

    /// <summary>They do not.</summary>
    Different,

    /// <summary>One of them could not be run.</summary>
    NotRun,
}
