using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Harness;

/// <summary>Documents and bytes that say themselves whether they are whole.</summary>
public static class Pattern
{
    public static DocumentKey Counter { get; } = new("counter", "counter");

    public static DocumentKey Item(int number) => new("item", $"item_{number}");

    public static string BlobId(int number) => $"file-{number}";

    /// <summary>All of them follow from the number. Every eighth is so large that many a kill comes while it is written.</summary>
    public static byte[] Bytes(int number)
    {
        byte[] bytes = new byte[number % 8 == 7 ? 200_000 : 1 + (number * 7919 % 5_000)];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(number + (i * 31));
        return bytes;
    }
}
