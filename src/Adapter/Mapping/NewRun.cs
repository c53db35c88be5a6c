using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>A run as a legacy request asks for it.</summary>
internal sealed record NewRun
{
    private const int MinPromptTokens = 256;

    /// <summary>The description says 256; recorded runs had 16, which is v2's least.</summary>
    private const int MinCompletionTokens = 16;
    private const int MaxInstructions = 256_000;

    public required string AssistantId { get; init; }

    public string? Model { get; init; }

    public string? Instructions { get; init; }

    public string? AdditionalInstructions { get; init; }

    public IReadOnlyList<NewMessage> AdditionalMessages { get; init; } = [];

    public IReadOnlyList<JsonElement>? Tools { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>In place of the assistant's; only a run that comes with its thread has them.</summary>
    public ToolResources? ToolResources { get; init; }

    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public int? MaxPromptTokens { get; init; }

    public int? MaxCompletionTokens { get; init; }

    public int? LastMessages { get; init; }

    public JsonElement? ToolChoice { get; init; }

    public bool? ParallelToolCalls { get; init; }

    public JsonElement? ResponseFormat { get; init; }

    /// <summary>Null where the request left it to the assistant; <c>auto</c> is a choice as well.</summary>
    public bool ResponseFormatGiven { get; init; }

    public string? ReasoningEffort { get; init; }

    /// <summary>v1 took a run on a thread with nothing to answer (recorded), and let the model say what it would.</summary>
    public bool NeedsQuestion { get; init; } = true;

    /// <summary>Some clients say <c>false</c> with every run.</summary>
    public bool Stream { get; init; }

    /// <summary>Whether the assistant's own definition answers, with nothing changed for this run.</summary>
    public bool OverridesNothing =>
        ToolResources is null && Model is null && Instructions is null && AdditionalInstructions is null && Tools is null && Temperature is null
        && TopP is null && MaxPromptTokens is null && LastMessages is null && ToolChoice is null && ParallelToolCalls is null && !ResponseFormatGiven && ReasoningEffort is null;

    public static NewRun Read(RequestBody body)
    {
        NewRun run = ReadFields(body);
        body.RefuseUnread();
        return run;
    }

    /// <summary>The fields of a run where others stand beside them.</summary>
    public static NewRun ReadFields(RequestBody body)
    {
        return new NewRun
        {
            Stream = body.OptionalBoolean("stream") == true,
            NeedsQuestion = body.Dialect != Dialect.AssistantsV1,
            AssistantId = body.RequiredString("assistant_id"),
            Model = body.OptionalString("model"),
            Instructions = body.OptionalString("instructions", MaxInstructions),
            AdditionalInstructions = body.OptionalString("additional_instructions", MaxInstructions),
            AdditionalMessages = NewMessage.ReadAll(body, "additional_messages"),
            Tools = body.OptionalTools(),
            Metadata = body.OptionalMetadata(),
            Temperature = body.OptionalTemperature(),
            TopP = body.OptionalTopP(),
            MaxPromptTokens = body.OptionalInteger("max_prompt_tokens", MinPromptTokens),
            LastMessages = OptionalLastMessages(body),
            MaxCompletionTokens = body.OptionalInteger("max_completion_tokens", MinCompletionTokens),
            ToolChoice = body.OptionalToolChoice(),
            ParallelToolCalls = body.OptionalBoolean("parallel_tool_calls"),
            ResponseFormatGiven = body.Optional("response_format") is not null,
            ResponseFormat = body.OptionalResponseFormat(),
            ReasoningEffort = body.OptionalReasoningEffort(),
        };
    }

    private static int? OptionalLastMessages(RequestBody body)
    {
        if (body.OptionalObject("truncation_strategy") is not { } truncation)
            return null;
        string type = truncation.RequiredString("type");
        // OpenAI's .NET client sends a 0 with "auto".
        int? lastMessages = truncation.OptionalInteger("last_messages", type == "auto" ? 0 : 1);
        truncation.RefuseUnread();
        return type switch
        {
            "auto" => null,
            "last_messages" => lastMessages ?? throw LegacyErrors.MissingParameter(truncation.Path("last_messages")),
            _ => throw LegacyErrors.InvalidValue(
                truncation.Path("type"), $"'{type}'. Supported values are: 'auto' and 'last_messages'."),
        };
    }
}
