using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping.Dialects;

/// <summary>Azure AI Agents (classic): Assistants v2 with more tools, and with resources of a run's own.</summary>
internal sealed class AgentsClassicWire : LegacyWire
{
    public static AgentsClassicWire Instance { get; } = new();

    public override string ToolChoices => AssistantsV2Wire.Instance.ToolChoices;

    public override JsonElement ReadTool(RequestBody tool) => AssistantsV2Wire.Instance.ReadTool(tool);

    public override void WriteTools(Utf8JsonWriter writer, IReadOnlyList<JsonElement> tools)
    {
        writer.WriteStartArray("tools");
        foreach (JsonElement tool in tools)
        {
            if (tool.Get("function") is { } function)
                WriteFunction(writer, function);
            else
                tool.WriteTo(writer);
        }
        writer.WriteEndArray();
    }

    public override NewToolResources? ReadRunResources(RequestBody body) => body.OptionalToolResources();

    /// <summary>A function without a description has null as one (recorded).</summary>
    private static void WriteFunction(Utf8JsonWriter writer, JsonElement function)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString("name", function.GetText("name"));
        writer.WriteString("description", function.GetText("description") is { Length: > 0 } description ? description : null);
        foreach (JsonProperty property in function.EnumerateObject().Where(property => property.Name is not ("name" or "description")))
            property.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
