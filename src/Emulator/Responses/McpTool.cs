using System.Text.Json;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>A server of tools that the service calls, once whoever asked has approved it where the tool says so.</summary>
internal static class McpTool
{
    public static JsonObject Read(Fields tool)
    {
        tool.AllowOnly(
            "type", "server_label", "server_url", "connector_id", "authorization", "server_description", "headers",
            "allowed_tools", "require_approval", "defer_loading", "project_connection_id");
        tool.RequiredString("server_label");
        if (!tool.Has("server_url") && !tool.Has("connector_id")) throw Refusal.Missing(tool.Path("server_url"));
        tool.String("server_url");
        if (tool.Value["require_approval"] is JsonValue) tool.Choice("require_approval", "always", "never");
        foreach (KeyValuePair<string, JsonNode?> header in tool.Object("headers")?.Value ?? [])
            if (header.Value?.GetValueKind() != JsonValueKind.String)
                throw Refusal.WrongType(tool.Path("headers"), "a map of strings", header.Value);
        return (JsonObject)tool.Value.DeepClone();
    }

    /// <summary>Always, unless the tool says otherwise.</summary>
    public static bool NeedsApproval(JsonObject tool, string name) => tool["require_approval"] switch
    {
        JsonValue value => value.GetValue<string>() == "always",
        JsonObject some => !Names(some["never"]).Contains(name) || Names(some["always"]).Contains(name),
        _ => true,
    };

    private static IEnumerable<string> Names(JsonNode? filter) =>
        (filter?["tool_names"] as JsonArray ?? []).Select(name => name!.GetValue<string>());
}
