using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Comparing;

/// <summary>What is compared, and under which rules.</summary>
internal sealed class SessionPair
{
    private readonly Dictionary<TranscriptEntry, string> _names = new(ReferenceEqualityComparer.Instance);

    public SessionPair(Transcript left, Transcript right, ComparisonRules rules)
    {
        (Left, Right, Rules) = (left, right, rules);
        Name(left);
        Name(right);
    }

    public Transcript Left { get; }

    public Transcript Right { get; }

    public ComparisonRules Rules { get; }

    public bool SameWire => Left.Wire == Right.Wire;

    public string NameOf(TranscriptEntry entry) => _names[entry];

    /// <summary>Whether the absence of an entry on the other side says something.</summary>
    public bool NeedsCounterpart(TranscriptEntry entry) => entry switch
    {
        // Assistants, threads and agents have no counterpart in the other service; an app's clean-up is its own affair.
        ObjectEntry or StreamEntry => SameWire,
        // Where and when it fetches files, too; their bytes are compared at the messages that name them.
        FileEntry { Act: "downloaded" } => SameWire,
        ToolCallEntry { IsFunction: false } call => Rules.SameTools && ShowsToolsOf(call),
        _ => true,
    };

    /// <summary>An app that never looked at the steps of a run cannot have seen its tools.</summary>
    private bool ShowsToolsOf(ToolCallEntry call)
    {
        Transcript other = Left.Entries.Contains(call, ReferenceEqualityComparer.Instance) ? Right : Left;
        return other.Runs.Any(run => run.ShowsTools) || other.ToolCalls.Any(one => !one.IsFunction) || !other.Runs.Any();
    }

    public string? AllowanceOfLoss(TranscriptEntry entry) => entry is StreamEntry && !Rules.SameStreams ? "how it was told may differ" : null;

    private void Name(Transcript transcript)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (TranscriptEntry entry in transcript.Entries)
        {
            string kind = entry switch
            {
                MessageEntry => "message",
                ToolCallEntry => "tool call",
                RunEntry => "run",
                FileEntry => "file",
                ErrorEntry => "error",
                StreamEntry => "stream",
                _ => "object",
            };
            int number = counts[kind] = counts.GetValueOrDefault(kind) + 1;
            _names[entry] = entry switch
            {
                MessageEntry message => $"message {number} ({message.Role})",
                ToolCallEntry call => $"tool call {number} ({call.Name ?? call.Tool})",
                FileEntry file => $"file {number} ({file.Act})",
                ObjectEntry one => $"{one.Title} ({number})",
                ErrorEntry error => $"error {number} ({error.Call})",
                _ => $"{kind} {number}",
            };
        }
    }
}
