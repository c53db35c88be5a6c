namespace AgentsMigration.Emulator.VectorStores;

/// <summary>A named set of searchable files.</summary>
internal sealed class VectorStore(string id, long createdAt)
{
    private const int SecondsPerDay = 86_400;

    public string Id { get; } = id;

    public string? Name { get; set; }

    public string? Description { get; set; }

    public int? ExpiresAfterDays { get; set; }

    public JsonObject Metadata { get; set; } = [];

    public long LastActiveAt { get; set; } = createdAt;

    public OrderedDictionary<string, VectorStoreFile> Files { get; } = [];

    public OrderedDictionary<string, VectorStoreBatch> Batches { get; } = [];

    private long CreatedAt { get; } = createdAt;

    private long? ExpiresAt => ExpiresAfterDays is { } days ? LastActiveAt + ((long)days * SecondsPerDay) : null;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now.ToUnixTimeSeconds();

    public JsonObject ToJson(DateTimeOffset now)
    {
        JsonObject counts = FileCounts.Of(Files.Values, now);
        string active = counts["in_progress"]!.GetValue<int>() > 0 ? "in_progress" : "completed";
        return new JsonObject
        {
            ["id"] = Id,
            ["object"] = "vector_store",
            ["created_at"] = CreatedAt,
            ["name"] = Name,
            ["description"] = Description,
            ["usage_bytes"] = Files.Values.Where(file => file.Status(now) == "completed").Sum(file => file.Bytes),
            ["file_counts"] = counts,
            ["status"] = IsExpired(now) ? "expired" : active,
            ["expires_after"] = ExpiresAfterDays is { } days
                ? new JsonObject { ["anchor"] = "last_active_at", ["days"] = days }
                : null,
            ["expires_at"] = ExpiresAt,
            ["last_active_at"] = LastActiveAt,
            ["metadata"] = Metadata.DeepClone(),
        };
    }
}
