namespace AgentsMigration.Emulator.Containers;

/// <summary>A file in a container, by the path that the code sees and the path on this machine.</summary>
internal sealed record ContainerFile(
    string Id, string ContainerId, string Path, string LocalPath, string Source, long Bytes, long CreatedAt)
{
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "container.file",
        ["created_at"] = CreatedAt,
        ["bytes"] = Bytes,
        ["container_id"] = ContainerId,
        ["path"] = Path,
        ["source"] = Source,
    };
}
