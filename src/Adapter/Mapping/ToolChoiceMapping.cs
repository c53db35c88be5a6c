using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.Mapping.HostedTools;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Legacy <c>tool_choice</c> ↔ v2's: the function's name stands one level higher there.</summary>
internal static class ToolChoiceMapping
{
    public static JsonElement? OptionalToolChoice(this RequestBody body)
    {
        if (body.Optional("tool_choice") is not { } choice)
            return null;
        if (choice.ValueKind == JsonValueKind.String)
        {
            return choice.GetString() is "none" or "auto" or "required"
                ? choice
                : throw LegacyErrors.InvalidValue(
                    body.Path("tool_choice"), $"'{choice.GetString()}'. Supported values are: 'none', 'auto', and 'required'.");
        }

        RequestBody named = body.Child(choice, body.Path("tool_choice"));
        string type = named.RequiredString("type");
        if (type == "function")
        {
            RequestBody function = named.OptionalObject("function")
                ?? throw LegacyErrors.MissingParameter(named.Path("function"));
            function.RequiredString("name");
            function.RefuseUnread();
            named.RefuseUnread();
            return choice;
        }
        LegacyWire wire = LegacyWire.Of(body.Dialect);
        string known = wire.ReadToolChoice(type)
            ?? throw LegacyErrors.InvalidValue(named.Path("type"), $"'{type}'. Supported values are: {wire.ToolChoices}.");
        named.RefuseUnread();
        return known == type ? choice : OfType(known);
    }

    private static JsonElement OfType(string type) => JsonBytes.Parse(JsonBytes.Write(type, static (writer, name) =>
    {
        writer.WriteStartObject();
        writer.WriteString("type", name);
        writer.WriteEndObject();
    }));

    /// <summary>What the model must call, of the tools that it is offered.</summary>
    public static void WriteChoice(Utf8JsonWriter writer, RunSettings settings, RunPlan plan)
    {
        if (settings.ToolChoice is not { } choice)
            return;
        JsonElement[] offered = [.. settings.Tools.Where(tool => ToolMapping.IsOffered(tool, plan))];
        if (choice.ValueKind == JsonValueKind.String)
        {
            if (choice.GetString() == "required" && offered.Length == 0 && settings.Tools.Count > 0)
                return;
            writer.WritePropertyName("tool_choice");
            choice.WriteTo(writer);
            return;
        }
        string type = choice.GetText("type") ?? "";
        if (settings.Tools.Any(tool => tool.GetText("type") == type) && !offered.Any(tool => tool.GetText("type") == type))
            return;
        writer.WritePropertyName("tool_choice");
        if (type == HostedTool.Mcp)
        {
            WriteServers(writer, [.. offered.Where(tool => tool.GetText("type") == type)]);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("type", HostedTool.Find(type)?.V2Type ?? type);
        if (choice.Get("function")?.GetText("name") is { } name)
            writer.WriteString("name", name);
        writer.WriteEndObject();
    }

    /// <summary>v2 chooses one server by its label, or several out of a list.</summary>
    private static void WriteServers(Utf8JsonWriter writer, JsonElement[] servers)
    {
        if (servers.Length == 1)
        {
            WriteServer(writer, servers[0]);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("type", "allowed_tools");
        writer.WriteString("mode", "required");
        writer.WriteStartArray("tools");
        foreach (JsonElement server in servers)
            WriteServer(writer, server);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteServer(Utf8JsonWriter writer, JsonElement server)
    {
        writer.WriteStartObject();
        writer.WriteString("type", HostedTool.Mcp);
        writer.WriteString("server_label", server.GetText("server_label"));
        writer.WriteEndObject();
    }
}
