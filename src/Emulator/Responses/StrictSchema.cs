using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>The rules for schemas of strict functions.</summary>
internal static class StrictSchema
{
    /// <summary>
    /// What the service makes of a schema that came without a word about strictness: every object closed, every
    /// property
    /// required. Properties that were optional are not so any more.
    /// </summary>
    public static void Normalize(JsonNode? node)
    {
        if (node is not JsonObject schema) return;
        if (IsObject(schema))
        {
            JsonObject properties = schema["properties"] as JsonObject ?? [];
            if (!schema.ContainsKey("additionalProperties")) schema["additionalProperties"] = false;
            schema["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
            foreach (KeyValuePair<string, JsonNode?> property in properties) Normalize(property.Value);
        }

        Normalize(schema["items"]);
    }

    public static void Check(JsonNode? node, string function, string path, string context = "()")
    {
        if (node is not JsonObject schema) return;
        if (IsObject(schema))
        {
            if (schema["additionalProperties"]?.ToString() != "false")
                throw Invalid(path, $"Invalid schema for function '{function}': In context={context}, 'additionalProperties' is "
                    + "required to be supplied and to be false.");
            string[] required = [.. (schema["required"] as JsonArray ?? []).Select(entry => entry!.ToString())];
            foreach (KeyValuePair<string, JsonNode?> property in schema["properties"] as JsonObject ?? [])
            {
                if (!required.Contains(property.Key))
                    throw Invalid(path, $"Invalid schema for function '{function}': In context={context}, 'required' is required "
                        + $"to be supplied and to be an array including every key in properties. Missing '{property.Key}'.");
                Check(property.Value, function, path, $"('properties', '{property.Key}')");
            }
        }

        Check(schema["items"], function, path, "('items')");
    }

    public static ApiException Invalid(string path, string message) =>
        Refusal.Bad(message, path, "invalid_function_parameters");

    private static bool IsObject(JsonObject schema) =>
        schema["type"]?.ToString() == "object" || schema["properties"] is JsonObject;
}
