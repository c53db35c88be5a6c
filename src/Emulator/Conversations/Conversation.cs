namespace AgentsMigration.Emulator.Conversations;

/// <summary>A conversation and its items, oldest first.</summary>
internal sealed class Conversation(string id, long createdAt)
{
    public string Id { get; } = id;

    public JsonObject Metadata { get; set; } = [];

    public List<JsonObject> Items { get; } = [];

    /// <summary>The response that is being generated in it, if any.</summary>
    public string? LockedBy { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "conversation",
        ["created_at"] = createdAt,
        ["metadata"] = Metadata.DeepClone(),
    };
}
