namespace AgentsMigration.Emulator.Model;

/// <summary>
/// Makes the smallest value that fits a schema, using a rule's values where a property has the same name.
/// </summary>
internal static class SchemaSample
{
    public static JsonObject Arguments(JsonObject? schema, Func<string, string> value) =>
        Sample(schema, "", value) as JsonObject ?? [];

    /// <summary>A JSON answer that says what it is wherever the schema leaves room for text.</summary>
    public static JsonObject Answer(JsonObject? schema) => schema is null
        ? new JsonObject { ["message"] = "This is the emulator's scripted model." }
        : Arguments(schema, _ => "");

    private static JsonNode? Sample(JsonNode? schema, string name, Func<string, string> value)
    {
        if (schema is not JsonObject rules) return value(name) is { Length: > 0 } known ? known : "";
        if (rules["const"] is { } constant) return constant.DeepClone();
        if (rules["enum"] is JsonArray { Count: > 0 } allowed) return allowed[0]?.DeepClone();
        if (rules["anyOf"] is JsonArray { Count: > 0 } options) return Sample(options[0], name, value);
        JsonNode? type = rules["type"] is JsonArray { Count: > 0 } several ? several[0] : rules["type"];
        return type?.ToString() switch
        {
            "object" or null when rules["properties"] is JsonObject properties => Members(rules, properties, value),
            "object" => new JsonObject(),
            "array" => new JsonArray(),
            "integer" => long.TryParse(value(name), out long integer) ? integer : rules["minimum"]?.DeepClone() ?? 0,
            "number" => double.TryParse(value(name), out double number) ? number : rules["minimum"]?.DeepClone() ?? 0,
            "boolean" => false,
            "null" => null,
            _ => value(name) is { Length: > 0 } known ? known : name,
        };
    }

    private static JsonObject Members(JsonObject rules, JsonObject properties, Func<string, string> value)
    {
        JsonObject sample = [];
        foreach (JsonNode? name in rules["required"] as JsonArray ?? [])
        {
            string key = name!.GetValue<string>();
            sample[key] = Sample(properties[key], key, value);
        }

        return sample;
    }
}
