using System.Text.Json;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Members of a request that come back in the response, checked and with their defaults.</summary>
internal static class EchoReader
{
    public static JsonObject Read(Fields body, JsonArray tools, string model)
    {
        bool reasons = ModelNames.Reasons(model);
        if (reasons && body.Has("temperature")) throw Unsupported("temperature");
        if (reasons && body.Has("top_p")) throw Unsupported("top_p");
        return new JsonObject
        {
            ["instructions"] = body.String("instructions"),
            ["max_tool_calls"] = body.Integer("max_tool_calls", 1),
            ["metadata"] = MetadataField.Read(body),
            ["parallel_tool_calls"] = body.Boolean("parallel_tool_calls") ?? true,
            ["previous_response_id"] = body.String("previous_response_id"),
            ["prompt_cache_key"] = body.String("prompt_cache_key"),
            ["prompt_cache_retention"] = body.Choice("prompt_cache_retention", "in_memory", "24h"),
            ["reasoning"] = Reasoning(body.Object("reasoning"), reasons),
            ["safety_identifier"] = body.String("safety_identifier"),
            ["service_tier"] = body.Choice("service_tier", "auto", "default", "flex", "scale", "priority") ?? "auto",
            ["temperature"] = body.Number("temperature", 0, 2) ?? 1.0,
            ["text"] = TextFormatReader.Read(body.Object("text")),
            ["tool_choice"] = ToolChoice(body, tools),
            ["top_logprobs"] = body.Integer("top_logprobs", 0, 20) ?? 0,
            ["top_p"] = body.Number("top_p", 0, 1) ?? 1.0,
            ["truncation"] = body.Choice("truncation", "auto", "disabled") ?? "disabled",
            ["user"] = body.String("user"),
        };
    }

    private static JsonObject Reasoning(Fields? reasoning, bool reasons)
    {
        reasoning?.AllowOnly("effort", "summary", "generate_summary", "context", "mode");
        string? effort = reasoning?.Choice("effort", "none", "minimal", "low", "medium", "high", "xhigh", "max");
        if (effort is not null && !reasons) throw Unsupported("reasoning.effort");
        return new JsonObject
        {
            ["context"] = reasoning?.Choice("context", "auto", "current_turn", "all_turns"),
            ["effort"] = effort ?? (reasons ? "medium" : null),
            ["summary"] = reasoning?.Choice("summary", "auto", "concise", "detailed"),
        };
    }

    private static JsonNode ToolChoice(Fields body, JsonArray tools)
    {
        JsonNode? choice = body.Value["tool_choice"];
        switch (choice)
        {
            case null:
                return "auto";
            case JsonObject named:
                Fields fields = new(named, "tool_choice");
                string type = fields.RequiredString("type");
                string? function = type == "function" ? fields.RequiredString("name") : null;
                if (type == "mcp")
                    fields.RequiredString("server_label");
                bool offered = tools.Any(tool => SameKind(tool!["type"]!.GetValue<string>(), type)
                    && (function is null || tool["name"]!.GetValue<string>() == function));
                if (!offered && type != "allowed_tools")
                    throw Refusal.Bad($"Tool choice '{function ?? type}' not found in 'tools' parameter.",
                        "tool_choice");
                return choice.DeepClone();
            default:
                if (choice.GetValueKind() != JsonValueKind.String)
                    throw Refusal.WrongType("tool_choice", "one of a string or object", choice);
                string mode = body.Choice("tool_choice", "none", "auto", "required")!;
                if (mode == "required" && tools.Count == 0)
                    throw Refusal.Bad("Tool choice 'required' must be specified with 'tools' parameter.",
                        "tool_choice");
                return mode;
        }
    }

    // Web search goes by several names; a choice of one means any.
    private static bool SameKind(string tool, string choice) =>
        tool == choice || (IsWebSearch(tool) && IsWebSearch(choice));

    private static bool IsWebSearch(string type) => type.StartsWith("web_search", StringComparison.Ordinal);

    private static ApiException Unsupported(string param) =>
        Refusal.Bad($"Unsupported parameter: '{param}' is not supported with this model.", param);
}
