using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping.Dialects;

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

    public static void WriteChoice(Utf8JsonWriter writer, JsonElement? choice)
    {
        if (choice is not { } given)
            return;
        writer.WritePropertyName("tool_choice");
        if (given.Get("function")?.GetText("name") is not { } name)
        {
            given.WriteTo(writer);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("type", "function");
        writer.WriteString("name", name);
        writer.WriteEndObject();
    }
}
