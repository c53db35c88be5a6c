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
        JsonObject? parameters = (JsonObject?)tool.Object("parameters")?.Value.DeepClone();
        bool? strict = tool.Boolean("strict");
        if (parameters is not null)
        {
            CheckObject(parameters, name, tool.Path("parameters"));
            if (strict is null) StrictSchema.Normalize(parameters);
            if (strict ?? true) StrictSchema.Check(parameters, name, tool.Path("parameters"));
        }

        return new JsonObject
        {
            ["type"] = "function",
            ["description"] = tool.String("description"),
            ["name"] = name,
            ["parameters"] = parameters,
            ["strict"] = strict ?? true,
        };
    }

    private static void CheckObject(JsonObject schema, string name, string path)
    {
        if (schema["type"]?.ToString() != "object")
            throw StrictSchema.Invalid(path, $"Invalid schema for function '{name}': schema must be a JSON Schema of "
                + $"'type: \"object\"', got 'type: \"{schema["type"]?.ToString() ?? "None"}\"'.");
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]+$")]
    private static partial Regex NameRule();
}
