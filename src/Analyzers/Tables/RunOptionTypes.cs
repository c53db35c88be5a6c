using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>The options of a run: as properties of an options type, and as parameters of the calls.</summary>
internal static class RunOptionTypes
{
    /// <summary>Adds the options that the options types of b and c have.</summary>
    public static LegacyType With(LegacyType type)
    {
        type["OverrideModelName"] = RunDataEquivalents.OverrideModel;
        type["OverrideInstructions"] = RunDataEquivalents.OverrideInstructions;
        type["AdditionalInstructions"] = RunDataEquivalents.AdditionalInstructions;
        type["AdditionalMessages"] = RunDataEquivalents.AdditionalMessages;
        type["OverrideTools"] = RunDataEquivalents.OverrideTools;
        type["Temperature"] = RunDataEquivalents.Temperature;
        type["TopP"] = RunDataEquivalents.TopP;
        type["MaxPromptTokens"] = RunDataEquivalents.MaxInputTokens;
        type["MaxCompletionTokens"] = RunDataEquivalents.MaxOutputTokens;
        type["TruncationStrategy"] = RunDataEquivalents.Truncation;
        type["ToolChoice"] = RunDataEquivalents.ToolChoice;
        type["ResponseFormat"] = RunDataEquivalents.Format;
        type["ParallelToolCalls"] = RunDataEquivalents.ParallelTools;
        type["Stream"] = RunDataEquivalents.Streaming;
        type["Include"] = RunDataEquivalents.Include;
        type["Metadata"] = RunDataEquivalents.RunMetadata;
        return type;
    }

    /// <summary>What a named argument of a call becomes where it is not simply carried over.</summary>
    public static Equivalent? Parameter(LegacyRule call, string name) => call switch
    {
        LegacyRule.CreateRun or LegacyRule.StreamRun or LegacyRule.CreateThreadAndRun => name switch
        {
            "overrideModelName" => RunDataEquivalents.OverrideModel,
            "overrideInstructions" => RunDataEquivalents.OverrideInstructions,
            "additionalInstructions" => RunDataEquivalents.AdditionalInstructions,
            "additionalMessages" => RunDataEquivalents.AdditionalMessages,
            "overrideTools" => RunDataEquivalents.OverrideTools,
            "maxPromptTokens" => RunDataEquivalents.MaxInputTokens,
            "maxCompletionTokens" => RunDataEquivalents.MaxOutputTokens,
            "truncationStrategy" => RunDataEquivalents.Truncation,
            "toolChoice" => RunDataEquivalents.ToolChoice,
            "responseFormat" => RunDataEquivalents.Format,
            "parallelToolCalls" => RunDataEquivalents.ParallelTools,
            "stream" => RunDataEquivalents.Streaming,
            "include" => RunDataEquivalents.Include,
            "metadata" => RunDataEquivalents.RunMetadata,
            "toolResources" => ToolEquivalents.OnThreadOrRun,
            _ => null,
        },
        LegacyRule.CreateAgent or LegacyRule.UpdateAgent => name switch
        {
            "toolResources" => ToolEquivalents.Resources,
            "responseFormat" => AgentEquivalents.Format,
            "metadata" => AgentEquivalents.Metadata,
            _ => null,
        },
        LegacyRule.CreateThread or LegacyRule.UpdateThread => name switch
        {
            "toolResources" => ToolEquivalents.OnThreadOrRun,
            "messages" => ThreadEquivalents.InitialMessages,
            "metadata" => ThreadEquivalents.Metadata,
            _ => null,
        },
        LegacyRule.CreateMessage or LegacyRule.UpdateMessage => name switch
        {
            "attachments" or "fileIds" => MessageEquivalents.Attachment,
            "metadata" => MessageEquivalents.Metadata,
            _ => null,
        },
        LegacyRule.ListMessages => name == "runId" ? MessageEquivalents.RunFilter : null,
        LegacyRule.SubmitToolOutputs or LegacyRule.StreamToolOutputs =>
            name == "toolApprovals" ? RunEquivalents.ToolApproval : null,
        _ => null,
    };

    public static readonly string[] ParameterNames =
    [
        "overrideModelName", "overrideInstructions", "additionalInstructions", "additionalMessages", "overrideTools",
        "maxPromptTokens", "maxCompletionTokens", "truncationStrategy", "toolChoice", "responseFormat",
        "parallelToolCalls", "stream", "include", "metadata", "toolResources", "messages", "attachments", "fileIds",
        "runId", "toolApprovals",
    ];
}
