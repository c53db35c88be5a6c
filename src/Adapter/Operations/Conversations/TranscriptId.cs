using System.Globalization;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Conversations;

/// <summary>Ids in v2's form: the hex time, chance, and the conversation's last 16 digits (docs/wire.md, Timestamps).</summary>
internal static class TranscriptId
{
    private const int PartitionLength = 16;

    public static string NewConversation(long now) => "conv_" + Stamp(now) + RandomText.Hex(PartitionLength);

    public static string NewMessage(string conversation, long now) =>
        "msg_" + Stamp(now) + conversation.Substring(conversation.Length - PartitionLength);

    /// <summary>Of a message that comes with a run: the same whenever it is added; it does not carry the time.</summary>
    public static string OfRun(string runId, int index) =>
        $"msg_{runId.Substring(runId.IndexOf('_') + 1)}_{index.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The output of a call: there is one, whoever adds it.</summary>
    public static string OfOutput(string conversation, string callId) => $"fco_{conversation.Substring(5)}_{callId}";

    private static string Stamp(long now) => now.ToString("x8", CultureInfo.InvariantCulture) + RandomText.Hex(24);
}
