namespace AgentsMigration.Emulator.Agents;

/// <summary>A named agent and its versions, oldest first.</summary>
internal sealed class Agent(string name)
{
    private int _last;

    public string Name { get; } = name;

    public List<AgentVersion> Versions { get; } = [];

    public AgentVersion Latest => Versions[^1];

    /// <summary>Adds a version, unless it says the same as the latest one: then that one is the answer.</summary>
    public AgentVersion Add(AgentVersion version, int limit)
    {
        if (Versions.Count > 0 && Latest.Says(version)) return Latest;
        if (Versions.Count >= limit) throw AgentRefusal.TooManyVersions(Name, limit);
        AgentVersion numbered = version with { Number = ++_last };
        Versions.Add(numbered);
        return numbered;
    }

    public JsonObject ToJson() => new()
    {
        ["object"] = "agent",
        ["id"] = Name,
        ["name"] = Name,
        ["versions"] = new JsonObject { ["latest"] = Latest.ToJson() },
    };
}
