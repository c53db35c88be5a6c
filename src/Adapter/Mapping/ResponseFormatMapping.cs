using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Legacy <c>response_format</c> ↔ v2 <c>text.format</c>.</summary>
internal static class ResponseFormatMapping
{
    public static JsonElement? OptionalResponseFormat(this RequestBody body)
    {
        if (body.Optional("response_format") is not { } format)
            return null;
        if (format.ValueKind == JsonValueKind.String && format.GetString() == "auto")
            return null;

        RequestBody given = body.Child(format, body.Path("response_format"));
        string type = given.RequiredString("type");
        switch (type)
        {
            case "text" or "json_object":
                break;
            case "json_schema":
                RequestBody schema = given.OptionalObject("json_schema")
                    ?? throw LegacyErrors.MissingParameter(given.Path("json_schema"));
                schema.RequiredString("name", 64);
                schema.OptionalString("description");
                schema.OptionalObject("schema");
                schema.OptionalBoolean("strict");
                schema.RefuseUnread();
                break;
            default:
                throw LegacyErrors.InvalidValue(
                    given.Path("type"), $"'{type}'. Supported values are: 'text', 'json_object', and 'json_schema'.");
        }
        given.RefuseUnread();
        return format;
    }

    /// <summary>v2 has the schema's fields beside <c>type</c>, not one level down.</summary>
    public static void WriteText(Utf8JsonWriter writer, JsonElement? format)
    {
        if (format is not { } given)
            return;
        writer.WriteStartObject("text");
        writer.WriteStartObject("format");
        writer.WriteString("type", given.GetText("type"));
        if (given.Get("json_schema") is { } schema)
        {
            foreach (JsonProperty property in schema.EnumerateObject())
                property.WriteTo(writer);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteEcho(Utf8JsonWriter writer, JsonElement? format)
    {
        writer.WritePropertyName("response_format");
        if (format is { } given)
            given.WriteTo(writer);
        else
            writer.WriteStringValue("auto");
    }
}
