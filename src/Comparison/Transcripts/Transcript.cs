using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Transcripts.Reading;

namespace AgentsMigration.Comparison.Transcripts;

/// <summary>What the traffic of a session comes to: messages, tool calls, runs, files and errors in their order.</summary>
/// <param name="Name">Whose traffic it was.</param>
/// <param name="Wire">What was spoken.</param>
/// <param name="Entries">What happened.</param>
/// <param name="Exchanges">The traffic.</param>
public sealed record Transcript(string Name, Wire Wire, IReadOnlyList<TranscriptEntry> Entries, IReadOnlyList<RecordedExchange> Exchanges)
{
    /// <summary>The messages in their order.</summary>
    public IEnumerable<MessageEntry> Messages => Entries.OfType<MessageEntry>();

    /// <summary>The calls of tools in their order.</summary>
    public IEnumerable<ToolCallEntry> ToolCalls => Entries.OfType<ToolCallEntry>();

    /// <summary>The runs in their order.</summary>
    public IEnumerable<RunEntry> Runs => Entries.OfType<RunEntry>();

    /// <summary>The errors in their order.</summary>
    public IEnumerable<ErrorEntry> Errors => Entries.OfType<ErrorEntry>();

    /// <summary>Reads a recorded session.</summary>
    public static Transcript Of(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        return Of(recording.Name, recording.Exchanges);
    }

    internal static Transcript Of(string name, IReadOnlyList<RecordedExchange> exchanges)
    {
        Wire wire = exchanges.Any(IsV2) ? Wire.V2 : Wire.Legacy;
        TranscriptBuilder builder = new(FileTable.Of(exchanges));
        for (int index = 0; index < exchanges.Count; index++)
        {
            if (CommonReader.TryRead(builder, exchanges[index], index))
                continue;
            builder.Messages.NoteDeletion(exchanges[index]);
            if (wire == Wire.V2)
                V2Reader.Read(builder, exchanges[index], index);
            else
                LegacyReader.Read(builder, exchanges[index], index);
        }
        return new Transcript(name, wire, builder.Build(), exchanges);
    }

    private static bool IsV2(RecordedExchange exchange)
    {
        string[] path = exchange.Path.Split('/');
        // A Foundry project may have any name.
        return path.Where((segment, place) =>
            segment is "responses" or "conversations" or "containers" or "agents" && (place == 0 || path[place - 1] != "projects")).Any();
    }
}

/// <summary>Which service's language a session speaks.</summary>
public enum Wire
{
    /// <summary>Assistants, threads, runs.</summary>
    Legacy,

    /// <summary>Responses, conversations, agents.</summary>
    V2,
}
