namespace AgentsMigration.Emulator.VectorStores;

/// <summary>Files that were added to a store together.</summary>
internal sealed class VectorStoreBatch(string id, string storeId, long createdAt, IReadOnlyList<VectorStoreFile> files)
{
    public string Id { get; } = id;

    public IReadOnlyList<VectorStoreFile> Files { get; private set; } = files;

    private int Cancelled { get; set; }

    /// <summary>Drops the files that are not ingested yet.</summary>
    public IReadOnlyList<VectorStoreFile> Cancel(DateTimeOffset now)
    {
        VectorStoreFile[] dropped = [.. Files.Where(file => file.Status(now) == "in_progress")];
        Files = [.. Files.Except(dropped)];
        Cancelled += dropped.Length;
        return dropped;
    }

    public JsonObject ToJson(DateTimeOffset now)
    {
        JsonObject counts = FileCounts.Of(Files, now, Cancelled);
        string status = counts["in_progress"]!.GetValue<int>() > 0 ? "in_progress" : Cancelled > 0 ? "cancelled" : "completed";
        return new JsonObject
        {
            ["id"] = Id,
            ["object"] = "vector_store.file_batch",
            ["created_at"] = createdAt,
            ["status"] = status,
            ["vector_store_id"] = storeId,
            ["file_counts"] = counts,
        };
    }
}
