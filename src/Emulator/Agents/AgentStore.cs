using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Agents;

internal sealed class AgentStore(Workspace workspace, int versionLimit)
{
    private readonly OrderedDictionary<string, Agent> _all = new(StringComparer.Ordinal);

    public IEnumerable<Agent> All => _all.Values;

    public Agent Get(string name) =>
        _all.TryGetValue(name, out Agent? agent) ? agent : throw AgentRefusal.NotFound(name);

    public AgentVersion Get(string name, string? version)
    {
        if (version is null) return Get(name).Latest;
        return _all.GetValueOrDefault(name)?.Versions.Find(existing => existing.Version == version)
            ?? throw AgentRefusal.NotFound(name, version);
    }

    /// <summary>Adds a version; the first one makes the agent.</summary>
    public AgentVersion Add(string name, string? description, JsonObject metadata, JsonObject definition)
    {
        if (!_all.TryGetValue(name, out Agent? agent)) _all.Add(name, agent = new Agent(name));
        return agent.Add(new AgentVersion(name, 0, description, metadata, definition, workspace.Now), versionLimit);
    }

    public void Delete(string name) => _all.Remove(Get(name).Name);

    /// <summary>Deletes a version; an agent without versions is gone.</summary>
    public void Delete(string name, string version)
    {
        Agent agent = Get(name);
        agent.Versions.Remove(Get(name, version));
        if (agent.Versions.Count == 0) _all.Remove(name);
    }
}
