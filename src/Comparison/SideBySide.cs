using AgentsMigration.Comparison.Comparing;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison;

/// <summary>Runs two sides and compares what they did.</summary>
public static class SideBySide
{
    /// <summary>Runs the left side, then the right one, and compares them.</summary>
    /// <param name="left">The session before the migration.</param>
    /// <param name="right">The session after it.</param>
    /// <param name="rules">What may differ; <see cref="ComparisonRules.Default"/> unless given.</param>
    /// <param name="cancellationToken">Ends both early.</param>
    public static async Task<TranscriptComparison> CompareAsync(
        Side left, Side right, ComparisonRules? rules = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Transcript before = await left.RunAsync(cancellationToken).ConfigureAwait(false);
        Transcript after = await right.RunAsync(cancellationToken).ConfigureAwait(false);
        return TranscriptComparison.Of(before, after, rules);
    }
}
