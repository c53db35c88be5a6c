using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A run as a legacy request asks for it.</summary>
internal sealed class NewRun
{
    private const int MinTokens = 256;
    private const int MaxInstructions = 256_000;

    public required string AssistantId { get; init; }

    public string? Model { get; init; }

    public string? Instructions { get; init; }

    public string? AdditionalInstructions { get; init; }

    public IReadOnlyList<NewMessage> AdditionalMessages { get; init; } = [];

    public IReadOnlyList<JsonElement>? Tools { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public int? MaxCompletionTokens { get; init; }

    public JsonElement? ToolChoice { get; init; }

    public bool? ParallelToolCalls { get; init; }

    public JsonElement? ResponseFormat { get; init; }

    /// <summary>Null where the request left it to the assistant; <c>auto</c> is a choice as well.</summary>
    public bool ResponseFormatGiven { get; init; }

    public string? ReasoningEffort { get; init; }

    /// <summary>Whether the assistant's own definition answers, with nothing changed for this run.</summary>
    public bool OverridesNothing =>
        Model is null && Instructions is null && AdditionalInstructions is null && Tools is null && Temperature is null
        && TopP is null && ToolChoice is null && ParallelToolCalls is null && !ResponseFormatGiven && ReasoningEffort is null;

    public static NewRun Read(RequestBody body)
    {
        NewRun run = new()
        {
            AssistantId = body.RequiredString("assistant_id"),
            Model = body.OptionalString("model"),
            Instructions = body.OptionalString("instructions", MaxInstructions),
            AdditionalInstructions = body.OptionalString("additional_instructions", MaxInstructions),
            AdditionalMessages = NewMessage.ReadAll(body, "additional_messages"),
            Tools = body.OptionalTools(),
            Metadata = body.OptionalMetadata(),
            Temperature = body.OptionalTemperature(),
            TopP = body.OptionalTopP(),
            MaxCompletionTokens = body.OptionalInteger("max_completion_tokens", MinTokens),
            ToolChoice = body.OptionalToolChoice(),
            ParallelToolCalls = body.OptionalBoolean("parallel_tool_calls"),
            ResponseFormatGiven = body.Optional("response_format") is not null,
            ResponseFormat = body.OptionalResponseFormat(),
            ReasoningEffort = body.OptionalReasoningEffort(),
        };
        RefuseUnserved(body);
        body.RefuseUnread();
        return run;
    }

    private static void RefuseUnserved(RequestBody body)
    {
        if (body.OptionalBoolean("stream") == true)
            throw LegacyErrors.Unsupported("stream", "Streaming runs are not served yet: poll the run instead.");
        if (body.OptionalInteger("max_prompt_tokens", MinTokens) is not null)
            throw LegacyErrors.Unsupported("max_prompt_tokens", "A limit on prompt tokens is not served yet.");

        RequestBody? truncation = body.OptionalObject("truncation_strategy");
        string? type = truncation?.OptionalString("type");
        int? lastMessages = truncation?.OptionalInteger("last_messages", 1);
        truncation?.RefuseUnread();
        if (type is not (null or "auto") || lastMessages is not null)
        {
            throw LegacyErrors.Unsupported(
                "truncation_strategy", "Only the truncation strategy 'auto' is served yet.");
        }
    }
}
