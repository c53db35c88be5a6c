using System.Text.RegularExpressions;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

internal static partial class FunctionToolReader
{
    private const int MaximumName = 128;

    public static JsonObject Read(Fields tool)
    {
        tool.AllowOnly("type", "name", "description", "parameters", "strict", "defer_loading", "allowed_callers",
            "output_schema");
        string name = tool.RequiredString("name");
        tool.String("name", MaximumName);
        if (!NameRule().IsMatch(name))
            throw Refusal.Bad($"Invalid '{tool.Path("name")}': string does not match pattern. "
                + "Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.", tool.Path("name"), "invalid_value");
        JsonObject? parameters = tool.Object("parameters")?.Value;

        // An absent value counts as true, and then the schema has to be a strict one.
        bool strict = tool.Boolean("strict") ?? true;
        if (parameters is not null) CheckObject(parameters, name, tool);
        if (strict && parameters is not null) CheckStrict(parameters, name, tool, "()");
        return new JsonObject
        {
            ["type"] = "function",
            ["description"] = tool.String("description"),
            ["name"] = name,
            ["parameters"] = parameters?.DeepClone(),
            ["strict"] = strict,
        };
    }

    private static void CheckObject(JsonObject schema, string name, Fields tool)
    {
        if (schema["type"]?.ToString() != "object")
            throw Invalid(tool, $"Invalid schema for function '{name}': schema must be a JSON Schema of 'type: \"object\"', "
                + $"got 'type: \"{schema["type"]?.ToString() ?? "None"}\"'.");
    }

    private static void CheckStrict(JsonNode? node, string name, Fields tool, string context)
    {
        if (node is not JsonObject schema) return;
        if (schema["type"]?.ToString() == "object" || schema["properties"] is JsonObject)
        {
            if (schema["additionalProperties"]?.ToString() != "false")
                throw Invalid(tool, $"Invalid schema for function '{name}': In context={context}, 'additionalProperties' is "
                    + "required to be supplied and to be false.");
            string[] required = [.. (schema["required"] as JsonArray ?? []).Select(entry => entry!.ToString())];
            foreach (KeyValuePair<string, JsonNode?> property in schema["properties"] as JsonObject ?? [])
            {
                if (!required.Contains(property.Key))
                    throw Invalid(tool, $"Invalid schema for function '{name}': In context={context}, 'required' is required to "
                        + $"be supplied and to be an array including every key in properties. Missing '{property.Key}'.");
                CheckStrict(property.Value, name, tool, $"('properties', '{property.Key}')");
            }
        }

        CheckStrict(schema["items"], name, tool, "('items')");
    }

    private static ApiException Invalid(Fields tool, string message) =>
        Refusal.Bad(message, tool.Path("parameters"), "invalid_function_parameters");

    [GeneratedRegex("^[a-zA-Z0-9_-]+$")]
    private static partial Regex NameRule();
}
