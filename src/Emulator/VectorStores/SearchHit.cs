namespace AgentsMigration.Emulator.VectorStores;

/// <summary>A piece of a file that shares words with a query.</summary>
internal sealed record SearchHit(VectorStoreFile File, double Score, string Text)
{
    public JsonObject ToResult() => new()
    {
        ["attributes"] = File.Attributes.DeepClone(),
        ["file_id"] = File.FileId,
        ["filename"] = File.FileName,
        ["score"] = Score,
        ["text"] = Text,
        ["vector_store_id"] = File.StoreId,
    };

    public JsonObject ToPageItem() => new()
    {
        ["file_id"] = File.FileId,
        ["filename"] = File.FileName,
        ["score"] = Score,
        ["attributes"] = File.Attributes.DeepClone(),
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = Text }),
    };
}
