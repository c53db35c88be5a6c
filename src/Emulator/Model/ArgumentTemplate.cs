using System.Text.Json;

namespace AgentsMigration.Emulator.Model;

/// <summary>Fills the placeholders in a rule's function arguments.</summary>
internal static class ArgumentTemplate
{
    public static JsonObject Fill(JsonObject arguments, JsonObject? schema, Func<string, string> value)
    {
        JsonObject filled = [];
        foreach (KeyValuePair<string, JsonNode?> member in arguments)
            filled[member.Key] = member.Value?.GetValueKind() == JsonValueKind.String
                ? Fill(new Template(member.Value.GetValue<string>()), schema?["properties"]?[member.Key], value)
                : member.Value?.DeepClone();
        return filled;
    }

    // A value from a message is text; a schema that wants a number gets a number.
    private static JsonNode Fill(Template template, JsonNode? schema, Func<string, string> value)
    {
        string text = template.Render(value);
        if (template.OnlyName is null) return text;
        return schema?["type"]?.ToString() switch
        {
            "integer" when long.TryParse(text, out long integer) => integer,
            "number" when double.TryParse(text, out double number) => number,
            "boolean" when bool.TryParse(text, out bool flag) => flag,
            _ => text,
        };
    }
}
