using AgentsMigration.Comparison.Recordings;

namespace AgentsMigration.Comparison.Replaying;

/// <summary>A stream without how the text came in pieces, which is chance.</summary>
internal static class StreamShape
{
    public static bool IsPiece(RecordedEvent one) => one.Event?.EndsWith(".delta", StringComparison.Ordinal) == true;

    /// <summary>A row of pieces counts as one.</summary>
    public static IEnumerable<RecordedEvent> Of(IReadOnlyList<RecordedEvent> events) =>
        events.Where((one, index) => !IsPiece(one) || index == 0 || events[index - 1].Event != one.Event);
}
