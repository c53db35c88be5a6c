using System.Text.Json;

namespace AgentsMigration.Emulator.Model;

/// <summary>Checks a value against the part of JSON Schema that function parameters use.</summary>
internal static class SchemaCheck
{
    public static string? FirstProblem(JsonNode? value, JsonNode? schema, string path)
    {
        if (schema is not JsonObject rules) return null;
        if (!TypeFits(value, rules["type"])) return $"{path} is not of type {rules["type"]!.ToJsonString()}.";
        if (rules["enum"] is JsonArray allowed && !allowed.Any(entry => JsonNode.DeepEquals(entry, value)))
            return $"{path} is none of {allowed.ToJsonString()}.";
        if (rules["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
            return $"{path} is not {constant.ToJsonString()}.";
        return value switch
        {
            JsonObject members => ObjectProblem(members, rules, path),
            JsonArray entries => entries.Select((entry, i) => FirstProblem(entry, rules["items"], $"{path}[{i}]"))
                .FirstOrDefault(problem => problem is not null),
            _ => null,
        };
    }

    private static string? ObjectProblem(JsonObject value, JsonObject rules, string path)
    {
        foreach (JsonNode? name in rules["required"] as JsonArray ?? [])
            if (!value.ContainsKey(name!.GetValue<string>()))
                return $"{path} lacks '{name}'.";
        JsonObject properties = rules["properties"] as JsonObject ?? [];
        foreach (KeyValuePair<string, JsonNode?> member in value)
        {
            string? problem = properties.TryGetPropertyValue(member.Key, out JsonNode? schema)
                ? FirstProblem(member.Value, schema, $"{path}.{member.Key}")
                : rules["additionalProperties"]?.ToString() == "false" ? $"{path} has no property '{member.Key}'." : null;
            if (problem is not null) return problem;
        }

        return null;
    }

    private static bool TypeFits(JsonNode? value, JsonNode? type) => type switch
    {
        null => true,
        JsonArray several => several.Any(one => TypeFits(value, one)),
        _ => type.ToString() switch
        {
            "null" => value is null,
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value?.GetValueKind() == JsonValueKind.String,
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "number" => value?.GetValueKind() == JsonValueKind.Number,
            "integer" => value?.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), out _),
            _ => true,
        },
    };
}
