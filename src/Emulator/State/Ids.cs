using System.Security.Cryptography;

namespace AgentsMigration.Emulator.State;

/// <summary>Mints ids in the formats seen on the wire.</summary>
/// <remarks>
/// A body holds the hex Unix time and 24 hex digits; ids that belong to a conversation or response also carry its
/// partition key of 16 hex digits: behind in ids of 48, in front (with two zeros) in ids of 50.
/// </remarks>
internal sealed class Ids(TimeProvider time)
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static string NewPartition() => Hex(8);

    public static string NewFile(bool azure) => (azure ? "assistant-" : "file-") + Letters(22);

    public static string NewCall() => "call_" + Letters(24);

    public static string NewBatch() => "vsfb_" + Hex(16);

    /// <summary>The partition key of a conversation is the end of its id.</summary>
    public static string PartitionOf(string conversationId) => conversationId[^16..];

    /// <summary>Prefix and 32 hex digits: container files, vector stores.</summary>
    public string Plain(string prefix) => prefix + Stamp();

    /// <summary>
    /// Prefix and 48 hex digits: conversations, containers and what is added to a conversation by hand.
    /// </summary>
    public string Trailing(string prefix, string partition) => prefix + Stamp() + partition;

    /// <summary>Prefix and 50 hex digits: responses and their items.</summary>
    public string Leading(string prefix, string partition) => prefix + partition + "00" + Stamp();

    private string Stamp() =>
        time.GetUtcNow().ToUnixTimeSeconds().ToString("x8") + Hex(2) + "819" + Hex(1)[0] + Hex(8);

    private static string Hex(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));

    private static string Letters(int length) => RandomNumberGenerator.GetString(Base62, length);
}
