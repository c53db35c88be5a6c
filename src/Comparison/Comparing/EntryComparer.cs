using AgentsMigration.Comparison.Replaying;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>Compares two entries of a kind.</summary>
/// <param name="session">The sessions and the rules.</param>
/// <param name="ids">Which ids stand for one another so far; it learns.</param>
/// <param name="name">What the entry is called in differences.</param>
internal sealed class EntryComparer(SessionPair session, IdMap ids, string name)
{
    private static readonly string[] Nothing = [];

    // Compared by what they mean, above the fields; the thread is the one that the app asked for.
    private static readonly string[] OfMessage = ["thread_id", "content", "attachments", "file_ids", "status", "completed_at", "incomplete_at", "run_id", "assistant_id"];
    private static readonly string[] OfRun =
        ["thread_id", "status", "last_error", "error", "required_action", "incomplete_details", "usage", "output", "started_at", "completed_at", "expires_at", "failed_at", "cancelled_at"];

    private readonly List<TranscriptDifference> _differences = [];

    private ComparisonRules Rules => session.Rules;

    public static bool AreComparable(SessionPair session, TranscriptEntry left, TranscriptEntry right) => (left, right) switch
    {
        (MessageEntry one, MessageEntry other) => one.Role == other.Role,
        (ToolCallEntry one, ToolCallEntry other) => one.Tool == other.Tool && one.Name == other.Name,
        (FileEntry one, FileEntry other) => one.Act == other.Act,
        (ErrorEntry one, ErrorEntry other) => !session.SameWire || one.Call.Split(' ')[0] == other.Call.Split(' ')[0],
        (ObjectEntry one, ObjectEntry other) => session.SameWire && (one.Kind, one.Act) == (other.Kind, other.Act),
        (StreamEntry, StreamEntry) => session.SameWire,
        (RunEntry, RunEntry) => true,
        _ => false,
    };

    public IReadOnlyList<TranscriptDifference> Compare(TranscriptEntry left, TranscriptEntry right)
    {
        switch (left, right)
        {
            case (MessageEntry one, MessageEntry other):
                new MessageComparer(session, name, _differences).Compare(one, other);
                CompareFields(one, other, OfMessage);
                break;
            case (ToolCallEntry one, ToolCallEntry other):
                new ToolCallComparer(session, name, _differences).Compare(one, other);
                break;
            case (RunEntry one, RunEntry other):
                CompareRuns(one, other);
                break;
            case (FileEntry one, FileEntry other):
                FileComparer.Compare(Rules, name, one.File, other.File, _differences);
                break;
            case (ErrorEntry one, ErrorEntry other):
                CompareErrors(one, other);
                break;
            case (StreamEntry one, StreamEntry other) when !one.Events.SequenceEqual(other.Events):
                Add(DifferenceKind.OtherStream, "", EntryText.Of(one), EntryText.Of(other), Rules.SameStreams ? null : "how it was told may differ");
                break;
            case (ObjectEntry one, ObjectEntry other):
                CompareFields(one, other, Nothing);
                break;
        }
        return _differences;
    }

    private void CompareRuns(RunEntry left, RunEntry right)
    {
        // Which state of a run a poll meets is chance, as long as the app did not wait for its end.
        string? allowance = left.IsUnderWay && right.IsUnderWay ? "a matter of time" : null;
        if (left.Status != right.Status)
            Add(DifferenceKind.OtherStatus, "status", Describe(left), Describe(right), allowance);
        else if ((left.ErrorCode, left.IncompleteReason) != (right.ErrorCode, right.IncompleteReason))
            Add(DifferenceKind.OtherError, "error", Describe(left), Describe(right), null);
        if (Rules.UsageTolerance is { } tolerance && !(IsNear(left.Usage?.Input, right.Usage?.Input, tolerance) && IsNear(left.Usage?.Output, right.Usage?.Output, tolerance)))
            Add(DifferenceKind.OtherUsage, "usage", EntryText.Of(left.Usage), EntryText.Of(right.Usage), null);
        if (Rules.MaxSlowdown is { } slowdown && left.Duration is { } before && right.Duration is { } after && after > before * slowdown)
            Add(DifferenceKind.OtherDuration, "duration", $"{before.TotalSeconds:0.#} s", $"{after.TotalSeconds:0.#} s", null);
        if (left.Status == right.Status)
            CompareFields(left, right, OfRun);
    }

    private void CompareErrors(ErrorEntry left, ErrorEntry right)
    {
        string message = session.SameWire ? ids.Rewrite(left.Message) : right.Message;
        bool isSameCode = !session.SameWire || left.Code == right.Code;
        bool isSameText = message == right.Message || IdMap.Mask(left.Message) == IdMap.Mask(right.Message);
        if (left.Status != right.Status || !isSameCode || !isSameText)
            Add(DifferenceKind.OtherError, "", EntryText.Of(left), EntryText.Of(right), null);
    }

    /// <summary>Every field, where both sides speak one language.</summary>
    private void CompareFields(TranscriptEntry left, TranscriptEntry right, string[] except)
    {
        if (!session.SameWire || !Rules.SameFields || left.Body is not { } one || right.Body is not { } other)
            return;
        AnswerComparer fields = AnswerComparer.Compare(one, other, ids, new AnswerRules(Rules.NullMayBeAbsent, except));
        fields.Learn();
        foreach (Difference difference in fields.Differences)
            Add(DifferenceKind.OtherField, difference.Path, EntryText.Cut(difference.Recorded), EntryText.Cut(difference.Ours), Allowance(left, difference));
    }

    private string? Allowance(TranscriptEntry entry, Difference difference) =>
        !Rules.SameStoreLists && difference.Path == "$.data" && entry is ObjectEntry { Act: "listed" } list && list.Kind.StartsWith("vector_store", StringComparison.Ordinal)
            ? "a store lists what it has indexed so far"
            : null;

    private void Add(DifferenceKind kind, string place, string left, string right, string? allowance) =>
        _differences.Add(new TranscriptDifference(kind, place.Length == 0 ? name : $"{name}: {place}", left, right, allowance));

    private static bool IsNear(long? left, long? right, double tolerance) =>
        left is null || right is null || Math.Abs(left.Value - right.Value) <= Math.Max(left.Value, right.Value) * tolerance;

    private static string Describe(RunEntry run) =>
        $"{run.Status}{(run.IncompleteReason is { } reason ? $" ({reason})" : "")}{(run.ErrorCode is { } code ? $" ({code}: {run.ErrorMessage})" : "")}";
}
