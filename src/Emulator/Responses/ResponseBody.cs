using AgentsMigration.Emulator.Agents;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Builds response objects with the keys, in the order, of the service.</summary>
internal static class ResponseBody
{
    public static JsonObject New(Workspace workspace, CreateRequest request, string partition)
    {
        JsonObject echo = request.Echo;
        JsonObject body = new()
        {
            ["id"] = workspace.Ids.Leading("resp_", partition),
            ["object"] = "response",
            ["created_at"] = workspace.Now,
            ["status"] = request.Background ? "queued" : "in_progress",
            ["background"] = request.Background,
            ["billing"] = new JsonObject { ["payer"] = "developer" },
            ["completed_at"] = null,
        };
        if (request.Conversation is { } conversation) body["conversation"] = new JsonObject { ["id"] = conversation.Id };
        if (request.Agent is { } agent) body["agent_reference"] = AgentReference.ToJson(agent);
        body["error"] = null;
        body["frequency_penalty"] = 0.0;
        body["incomplete_details"] = null;
        body["instructions"] = echo["instructions"]?.DeepClone();
        body["max_output_tokens"] = request.MaximumOutputTokens;
        body["max_tool_calls"] = echo["max_tool_calls"]?.DeepClone();
        body["model"] = ModelNames.Echoed(request.Model, workspace.IsAzure);
        body["moderation"] = null;
        body["output"] = new JsonArray();
        body["parallel_tool_calls"] = echo["parallel_tool_calls"]!.DeepClone();
        body["presence_penalty"] = 0.0;
        Copy(echo, body, "previous_response_id", "prompt_cache_key", "prompt_cache_retention", "reasoning",
            "safety_identifier", "service_tier");
        body["store"] = request.Store;
        Copy(echo, body, "temperature", "text", "tool_choice");
        body["tool_usage"] = ToolUsage();
        body["tools"] = request.Tools.DeepClone();
        Copy(echo, body, "top_logprobs", "top_p", "truncation");
        body["usage"] = null;
        Copy(echo, body, "user", "metadata");
        return body;
    }

    public static JsonObject Usage(int input, int output, int reasoning) => new()
    {
        ["input_tokens"] = input,
        ["input_tokens_details"] = new JsonObject { ["cached_tokens"] = 0, ["cache_write_tokens"] = 0 },
        ["output_tokens"] = output,
        ["output_tokens_details"] = new JsonObject { ["reasoning_tokens"] = reasoning },
        ["total_tokens"] = input + output,
    };

    private static void Copy(JsonObject from, JsonObject to, params ReadOnlySpan<string> names)
    {
        foreach (string name in names) to[name] = from[name]?.DeepClone();
    }

    private static JsonObject ToolUsage() => new()
    {
        ["image_gen"] = new JsonObject
        {
            ["input_tokens"] = 0,
            ["input_tokens_details"] = new JsonObject { ["image_tokens"] = 0, ["text_tokens"] = 0 },
            ["output_tokens"] = 0,
            ["output_tokens_details"] = new JsonObject { ["image_tokens"] = 0, ["text_tokens"] = 0 },
            ["total_tokens"] = 0,
        },
        ["web_search"] = new JsonObject { ["num_requests"] = 0 },
    };
}
