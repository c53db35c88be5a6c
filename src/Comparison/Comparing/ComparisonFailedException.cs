using System.Text;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Two sessions differ. Any test runner shows its message.</summary>
public sealed class ComparisonFailedException : Exception
{
    /// <inheritdoc/>
    public ComparisonFailedException()
    {
    }

    /// <inheritdoc/>
    public ComparisonFailedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ComparisonFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal ComparisonFailedException(TranscriptComparison comparison)
        : base(Describe(comparison)) => Comparison = comparison;

    /// <summary>Both sessions.</summary>
    public TranscriptComparison? Comparison { get; }

    private static string Describe(TranscriptComparison comparison)
    {
        IReadOnlyList<TranscriptDifference> differences = comparison.Differences;
        StringBuilder text = new();
        text.Append(System.Globalization.CultureInfo.InvariantCulture,
            $"'{comparison.Left.Name}' (left) and '{comparison.Right.Name}' (right) differ at {(differences.Count == 1 ? "one place" : $"{differences.Count} places")}.");
        text.Append("\n\n").Append(differences[0]);
        foreach (TranscriptDifference other in differences.Skip(1).Take(5))
            text.Append("\nthen ").Append(other.Where).Append(": ").Append(DifferenceNames.Of(other.Kind));
        return text.ToString();
    }
}
