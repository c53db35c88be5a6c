using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

internal static class TextFormatReader
{
    public static JsonObject Read(Fields? text)
    {
        text?.AllowOnly("format", "verbosity");
        return new JsonObject
        {
            ["format"] = Format(text?.Object("format")),
            ["verbosity"] = text?.Choice("verbosity", "low", "medium", "high") ?? "medium",
        };
    }

    /// <summary>JSON mode wants the word in the input; instructions do not count.</summary>
    public static void CheckMention(JsonObject format, IEnumerable<JsonObject> context)
    {
        if (format["type"]!.GetValue<string>() != "json_object") return;
        if (!context.Any(item => item.ToJsonString().Contains("json", StringComparison.OrdinalIgnoreCase)))
            throw Refusal.Bad("Response input messages must contain the word 'json' in some form to use 'text.format' of type "
                + "'json_object'.", "input");
    }

    private static JsonObject Format(Fields? format)
    {
        if (format is null) return new JsonObject { ["type"] = "text" };
        string type = format.RequiredString("type");
        format.Choice("type", "text", "json_object", "json_schema");
        if (type != "json_schema") return new JsonObject { ["type"] = format.AllowOnly("type").RequiredString("type") };
        string name = format.RequiredString("name");
        if (format.Object("schema") is not { } schema) throw Refusal.Missing(format.Path("schema"));
        format.AllowOnly("type", "name", "description", "schema", "strict");
        return new JsonObject
        {
            ["type"] = "json_schema",
            ["description"] = format.String("description"),
            ["name"] = name,
            ["schema"] = schema.Value.DeepClone(),
            ["strict"] = format.Boolean("strict") ?? false,
        };
    }
}
