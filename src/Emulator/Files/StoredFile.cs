namespace AgentsMigration.Emulator.Files;

/// <summary>An uploaded file.</summary>
internal sealed record StoredFile(
    string Id, string Purpose, string FileName, long Bytes, long CreatedAt, long? ExpiresAt, string Path)
{
    public JsonObject ToJson() => new()
    {
        ["object"] = "file",
        ["id"] = Id,
        ["purpose"] = Purpose,
        ["filename"] = FileName,
        ["bytes"] = Bytes,
        ["created_at"] = CreatedAt,
        ["expires_at"] = ExpiresAt,
        ["status"] = "processed",
        ["status_details"] = null,
    };
}
