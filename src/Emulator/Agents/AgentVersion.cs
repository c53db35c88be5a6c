namespace AgentsMigration.Emulator.Agents;

/// <summary>One immutable version of an agent.</summary>
internal sealed record AgentVersion(
    string Name, int Number, string? Description, JsonObject Metadata, JsonObject Definition, long CreatedAt)
{
    public string Version => Number.ToString();

    public bool Says(AgentVersion other) =>
        Description == other.Description
        && JsonNode.DeepEquals(Metadata, other.Metadata)
        && JsonNode.DeepEquals(Definition, other.Definition);

    public JsonObject ToJson() => new()
    {
        ["object"] = "agent.version",
        ["id"] = $"{Name}:{Version}",
        ["name"] = Name,
        ["version"] = Version,
        ["description"] = Description,
        ["created_at"] = CreatedAt,
        ["metadata"] = Metadata.DeepClone(),
        ["definition"] = Definition.DeepClone(),
    };
}
