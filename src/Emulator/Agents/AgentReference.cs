using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Agents;

/// <summary>
/// The <c>agent_reference</c> of a response request: an agent's definition in place of the request's own settings.
/// </summary>
internal static class AgentReference
{
    private static readonly string[] Refused =
    [
        "model", "instructions", "tools", "tool_choice", "parallel_tool_calls", "temperature", "top_p", "text",
        "reasoning",
    ];

    public static AgentVersion? Read(Workspace workspace, Fields body)
    {
        if (!workspace.IsFoundry) return null;

        // The name of the first previews; their samples are still around.
        if ((body.Object("agent_reference") ?? body.Object("agent")) is not { } reference) return null;
        if (reference.RequiredString("type") != "agent_reference")
            throw Refusal.WrongValue(reference.Path("type"), reference.RequiredString("type"), ["agent_reference"]);
        string name = reference.RequiredString("name");
        string? version = reference.String("version");
        string[] beside = [.. Refused.Where(body.Has)];
        if (beside.Length > 0)
            throw AgentRefusal.Invalid(beside.Select(param => (param, "Not allowed when agent is specified.")));
        return workspace.Agents.Get(name, version);
    }

    /// <summary>Builds the request that the agent stands for.</summary>
    public static Fields Merge(AgentVersion agent, Fields body)
    {
        JsonObject merged = (JsonObject)body.Value.DeepClone();
        foreach (KeyValuePair<string, JsonNode?> setting in agent.Definition)
            if (Refused.Contains(setting.Key))
                merged[setting.Key] = setting.Value?.DeepClone();
        merged.Remove("agent");
        merged.Remove("agent_reference");
        return new Fields(merged);
    }

    public static JsonObject ToJson(AgentVersion agent) => new()
    {
        ["type"] = "agent_reference",
        ["name"] = agent.Name,
        ["version"] = agent.Version,
    };
}
