using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping.HostedTools;

/// <summary>
/// Hosted tools ↔ v2's (docs/wire.md, Hosted tools): a connection is a project connection there, some types are previews, and
/// what stood in resources stands in the tool.
/// </summary>
internal static class HostedToolMapping
{
    /// <summary>Names within the options of a tool; what an app wrote itself is left alone.</summary>
    private static readonly HashSet<string> Opaque = new(StringComparer.Ordinal) { "spec", "parameters", "headers", "functions" };

    public static void Write(Utf8JsonWriter writer, JsonElement tool, HostedTool kind, RunPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("type", kind.V2Type);
        switch (kind.Type)
        {
            case HostedTool.Mcp:
                WriteServer(writer, tool, plan);
                break;
            case HostedTool.AzureAISearch:
                writer.WriteStartObject(HostedTool.AzureAISearch);
                writer.WriteStartArray("indexes");
                foreach (JsonElement index in plan.SearchIndexes)
                    Copy(writer, index, name => name == "index_connection_id" ? "project_connection_id" : name);
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            default:
                writer.WritePropertyName(kind.V2Type);
                Copy(writer, tool.Get(kind.Type) ?? default, name => ToV2(name, kind), ToV2Auth);
                break;
        }
        writer.WriteEndObject();
    }

    /// <summary>A tool of an agent that the store does not know; its resources are read by <see cref="ReadIndexes"/>.</summary>
    public static JsonElement Read(JsonElement tool, HostedTool kind) =>
        JsonBytes.Parse(JsonBytes.Write((tool, kind), static (writer, read) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", read.kind.Type);
            if (read.kind.Type == HostedTool.Mcp)
            {
                foreach (JsonProperty property in read.tool.EnumerateObject().Where(p => p.Name is "server_label" or "server_url" or "allowed_tools"))
                    property.WriteTo(writer);
            }
            else if (read.kind.Type != HostedTool.AzureAISearch)
            {
                writer.WritePropertyName(read.kind.Type);
                Copy(writer, read.tool.Get(read.kind.V2Type) ?? default, name => ToLegacy(name, read.kind), ToLegacyAuth);
            }
            writer.WriteEndObject();
        }));

    public static IReadOnlyList<JsonElement>? ReadIndexes(JsonElement tool) => tool.GetText("type") != HostedTool.AzureAISearch
        ? null
        :
        [
            .. (tool.Get(HostedTool.AzureAISearch) ?? default).GetItems("indexes").Select(index =>
                JsonBytes.Parse(JsonBytes.Write(index, static (writer, read) =>
                    Copy(writer, read, name => name == "project_connection_id" ? "index_connection_id" : name)))),
        ];

    private static void WriteServer(Utf8JsonWriter writer, JsonElement tool, RunPlan plan)
    {
        foreach (JsonProperty property in tool.EnumerateObject().Where(property => property.Name != "type"))
            property.WriteTo(writer);
        JsonElement resource = plan.McpServers.FirstOrDefault(server => server.GetText("server_label") == tool.GetText("server_label"));
        if (resource.Get("headers") is { } headers)
        {
            writer.WritePropertyName("headers");
            headers.WriteTo(writer);
        }
        writer.WritePropertyName("require_approval");
        if (resource.Get("require_approval") is { } approval)
            approval.WriteTo(writer);
        else
            writer.WriteStringValue("always");
    }

    private static string ToV2(string name, HostedTool kind) => name switch
    {
        "connection_id" => "project_connection_id",
        "id" when kind.Type == "browser_automation" => "project_connection_id",
        "connections" => kind.Type == "bing_grounding" ? "search_configurations" : "project_connections",
        _ => name,
    };

    private static string ToLegacy(string name, HostedTool kind) => name switch
    {
        "project_connection_id" => kind.Type == "browser_automation" ? "id" : "connection_id",
        "project_connections" => "connections",
        _ => name,
    };

    private static string ToV2Auth(string type) => type == "connection" ? "project_connection" : type;

    private static string ToLegacyAuth(string type) => type == "project_connection" ? "connection" : type;

    private static void Copy(Utf8JsonWriter writer, JsonElement element, Func<string, string> rename, Func<string, string>? authType = null)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    writer.WritePropertyName(rename(property.Name));
                    if (Opaque.Contains(property.Name))
                        property.Value.WriteTo(writer);
                    else if (property.Name == "type" && authType is not null && property.Value.ValueKind == JsonValueKind.String)
                        writer.WriteStringValue(authType(property.Value.GetString()!));
                    else
                        Copy(writer, property.Value, rename, authType);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                    Copy(writer, item, rename, authType);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Undefined:
                writer.WriteStartObject();
                writer.WriteEndObject();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
