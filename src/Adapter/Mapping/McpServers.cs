using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>What is said of MCP servers beside their tool. Headers hold credentials: no answer shows them.</summary>
internal static class McpServers
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<JsonElement> servers)
    {
        writer.WriteStartArray("mcp");
        foreach (JsonElement server in servers)
            WriteWithout(writer, server, "headers");
        writer.WriteEndArray();
    }

    /// <summary>For the next response of a run, with the headers that came with an approval.</summary>
    public static IReadOnlyList<JsonElement> WithHeaders(IReadOnlyList<JsonElement> servers, string label, JsonElement headers)
    {
        JsonElement known = servers.FirstOrDefault(server => server.GetText("server_label") == label);
        JsonElement changed = JsonBytes.Parse(JsonBytes.Write((known, label, headers), static (writer, server) =>
        {
            writer.WriteStartObject();
            writer.WriteString("server_label", server.label);
            writer.WritePropertyName("headers");
            server.headers.WriteTo(writer);
            if (server.known.Get("require_approval") is { } approval)
            {
                writer.WritePropertyName("require_approval");
                approval.WriteTo(writer);
            }
            writer.WriteEndObject();
        }));
        return [.. servers.Where(server => server.GetText("server_label") != label), changed];
    }

    public static IReadOnlyList<JsonElement> WithoutHeaders(IReadOnlyList<JsonElement> servers) =>
        [.. servers.Select(server => JsonBytes.Parse(JsonBytes.Write(server, static (writer, one) => WriteWithout(writer, one, "headers"))))];

    private static void WriteWithout(Utf8JsonWriter writer, JsonElement server, string hidden)
    {
        writer.WriteStartObject();
        foreach (JsonProperty property in server.EnumerateObject().Where(property => property.Name != hidden))
            property.WriteTo(writer);
        writer.WriteEndObject();
    }
}
