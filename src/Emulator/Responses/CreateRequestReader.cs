using System.Text.Json;
using AgentsMigration.Emulator.Agents;
using AgentsMigration.Emulator.Conversations;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Reads and checks the body of POST /responses, in the order in which the service would complain.</summary>
internal static class CreateRequestReader
{
    private const int MinimumOutputTokens = 16;
    private static readonly string[] Known =
    [
        "background", "context_management", "conversation", "include", "input", "instructions", "max_output_tokens",
        "max_tool_calls", "metadata", "model", "moderation", "parallel_tool_calls", "previous_response_id", "prompt",
        "prompt_cache_key", "prompt_cache_options", "prompt_cache_retention", "reasoning", "safety_identifier",
        "service_tier", "store", "stream", "stream_options", "temperature", "text", "tool_choice", "tools",
        "top_logprobs",
        "top_p", "truncation", "user",
    ];

    private static readonly string[] KnownToFoundry = [.. Known, "agent_reference", "agent", "structured_inputs"];

    // The parameters of Azure OpenAI's own description.
    private static readonly string[] KnownToAzure =
    [
        "background", "include", "input", "instructions", "max_output_tokens", "max_tool_calls", "metadata", "model",
        "parallel_tool_calls", "previous_response_id", "prompt", "reasoning", "store", "stream", "temperature", "text",
        "tool_choice", "tools", "top_logprobs", "top_p", "truncation", "user",
    ];

    public static CreateRequest Read(
        Workspace workspace, Fields given, string partition, IReadOnlyCollection<string>? models)
    {
        given.AllowOnly(KnownTo(workspace.Surface));
        AgentVersion? agent = AgentReference.Read(workspace, given);
        Fields body = agent is null ? given : AgentReference.Merge(agent, given);
        string model = ModelNames.Read(workspace, body, models);
        (Conversation? conversation, ResponseRecord? previous) = ContextReader.Origin(workspace, body);
        if (!body.Has("input") && conversation is null && previous is null && !body.Has("prompt"))
            throw Refusal.Bad("One of \"input\" or \"previous_response_id\" or 'prompt' or 'conversation_id' must be provided.",
                "input", "missing_required_parameter");
        if (body.Has("prompt"))
            throw Refusal.Bad("Unsupported parameter: 'prompt' is not supported with this emulator.", "prompt",
                "unsupported_parameter");
        JsonArray tools = ToolReader.Read(workspace, body);
        JsonObject echo = EchoReader.Read(body, tools, model);
        bool background = body.Boolean("background") ?? false;
        bool store = body.Boolean("store") ?? true;
        if (background && !store)
            throw Refusal.Bad("Background mode requires 'store' to be true.", "background", "invalid_value");
        IReadOnlyList<JsonObject> earlier = ContextReader.Earlier(workspace, conversation, previous);
        IReadOnlyList<JsonObject> input = Input(workspace, body, partition, earlier);
        List<JsonObject> context = [.. earlier, .. input];
        DuplicateCheck(context);
        FunctionCallCheck.Check(context);
        TextFormatReader.CheckMention((JsonObject)echo["text"]!["format"]!, context);
        return new CreateRequest
        {
            Model = model,
            Tools = tools,
            Input = input,
            Context = context,
            Include = IncludeSet.Of([.. body.Strings("include")]),
            Echo = echo,
            Conversation = conversation,
            Agent = agent,
            Background = background,
            Store = store,
            Stream = body.Boolean("stream") ?? false,
            Obfuscate = StreamOptions(body)?.Boolean("include_obfuscation") ?? true,
            MaximumOutputTokens = body.Integer("max_output_tokens", MinimumOutputTokens),
        };
    }

    private static string[] KnownTo(Surface surface) => surface switch
    {
        Surface.Foundry => KnownToFoundry,
        Surface.AzureOpenAI => KnownToAzure,
        _ => Known,
    };

    private static void DuplicateCheck(IReadOnlyList<JsonObject> context)
    {
        HashSet<string> seen = [];
        foreach (string id in context.Select(item => item["id"]!.GetValue<string>()))
            if (!seen.Add(id))
                throw Refusal.Bad(
                    $"Duplicate item found with id {id}. Remove duplicate items from your input and try again.",
                    "input");
    }

    private static Fields? StreamOptions(Fields body)
    {
        if (body.Object("stream_options") is not { } options) return null;
        if (body.Boolean("stream") != true)
            throw Refusal.Bad("The 'stream_options' parameter is only allowed when 'stream' is enabled.",
                "stream_options",
                "invalid_value");
        return options.AllowOnly("include_obfuscation");
    }

    private static IReadOnlyList<JsonObject> Input(
        Workspace workspace, Fields body, string partition, IReadOnlyList<JsonObject> earlier)
    {
        JsonNode? input = body.Value["input"];
        if (input?.GetValueKind() == JsonValueKind.String)
            input = new JsonArray(new JsonObject
            {
                ["type"] = "message",
                ["role"] = "user",
                ["content"] = input.DeepClone()
            });
        if (input is not (null or JsonArray))
            throw Refusal.WrongType("input", "one of an array of objects or string", input);
        return ItemReader.Read(workspace, input as JsonArray ?? [], "input",
            prefix => workspace.Ids.Leading(prefix, partition),
            id => earlier.FirstOrDefault(item => item["id"]?.GetValue<string>() == id) ?? workspace.Responses.FindItem(id));
    }
}
