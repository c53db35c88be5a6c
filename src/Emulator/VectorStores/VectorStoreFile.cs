namespace AgentsMigration.Emulator.VectorStores;

/// <summary>A file in a vector store; it is searchable once it has been ingested.</summary>
internal sealed record VectorStoreFile(
    string FileId, string FileName, string StoreId, DateTimeOffset AddedAt, DateTimeOffset ReadyAt, string? Text,
    long Bytes, JsonObject Chunking, JsonObject Attributes)
{
    private const string Unsupported = "unsupported_file";

    public string Status(DateTimeOffset now) => now < ReadyAt ? "in_progress" : Text is null ? "failed" : "completed";

    public JsonObject ToJson(DateTimeOffset now)
    {
        string status = Status(now);
        return new JsonObject
        {
            ["id"] = FileId,
            ["object"] = "vector_store.file",
            ["usage_bytes"] = status == "completed" ? Bytes : 0,
            ["created_at"] = AddedAt.ToUnixTimeSeconds(),
            ["vector_store_id"] = StoreId,
            ["status"] = status,
            ["last_error"] = status == "failed"
                ? new JsonObject { ["code"] = Unsupported, ["message"] = "The file is not text." }
                : null,
            ["chunking_strategy"] = Chunking.DeepClone(),
            ["attributes"] = Attributes.DeepClone(),
        };
    }
}
