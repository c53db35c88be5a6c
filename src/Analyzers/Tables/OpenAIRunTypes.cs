using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

internal static class OpenAIRunTypes
{
    public static IEnumerable<LegacyType> All() => [.. Runs(), .. Options(), .. OpenAIStepTypes.All()];

    private static IEnumerable<LegacyType> Runs()
    {
        yield return new("ThreadRun", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = RunDataEquivalents.Id,
            ["ThreadId"] = RunDataEquivalents.ThreadId,
            ["AssistantId"] = RunDataEquivalents.AgentId,
            ["Status"] = RunStatusEquivalents.Property.Returning("RunStatus"),
            ["RequiredActions"] = RunEquivalents.RequiredAction.Returning("RequiredAction"),
            ["LastError"] = RunDataEquivalents.Error.Returning("RunError"),
            ["IncompleteDetails"] = RunDataEquivalents.Incomplete.Returning("RunIncompleteDetails"),
            ["Usage"] = RunDataEquivalents.Usage.Returning("RunTokenUsage"),
            ["Model"] = RunDataEquivalents.Definition,
            ["Instructions"] = RunDataEquivalents.Definition,
            ["Tools"] = RunDataEquivalents.Definition.Returning("ToolDefinition"),
            ["Temperature"] = RunDataEquivalents.Definition,
            ["NucleusSamplingFactor"] = RunDataEquivalents.Definition,
            ["ResponseFormat"] = RunDataEquivalents.Definition,
            ["ToolConstraint"] = RunDataEquivalents.Definition,
            ["TruncationStrategy"] = RunDataEquivalents.Definition,
            ["AllowParallelToolCalls"] = RunDataEquivalents.Definition,
            ["MaxInputTokenCount"] = RunDataEquivalents.Definition,
            ["MaxOutputTokenCount"] = RunDataEquivalents.Definition,
            ["Metadata"] = RunDataEquivalents.Metadata,
            ["CreatedAt"] = RunDataEquivalents.CreatedAt,
            ["StartedAt"] = RunDataEquivalents.NoTime,
            ["ExpiresAt"] = RunDataEquivalents.NoTime,
            ["CompletedAt"] = RunDataEquivalents.NoTime,
            ["CancelledAt"] = RunDataEquivalents.NoTime,
            ["FailedAt"] = RunDataEquivalents.NoTime,
        };
        yield return RunTypes.Status();
        yield return new("RunError", TypeRole.Model, RunDataEquivalents.Error)
        {
            ["Code"] = RunDataEquivalents.ErrorCode.Returning("RunErrorCode"),
            ["Message"] = RunDataEquivalents.ErrorMessage,
        };
        yield return new("RunErrorCode", TypeRole.Piece, RunDataEquivalents.ErrorCode)
        {
            ["InvalidPrompt"] = RunDataEquivalents.ErrorCode,
            ["RateLimitExceeded"] = RunDataEquivalents.ErrorCode,
            ["ServerError"] = RunDataEquivalents.ErrorCode,
        };
        yield return new("RunIncompleteDetails", TypeRole.Model, RunDataEquivalents.Incomplete)
        {
            ["Reason"] = RunDataEquivalents.IncompleteReason.Returning("RunIncompleteReason"),
        };
        yield return new("RunIncompleteReason", TypeRole.Piece, RunDataEquivalents.IncompleteReason)
        {
            ["MaxInputTokenCount"] = RunDataEquivalents.IncompleteReason,
            ["MaxOutputTokenCount"] = RunDataEquivalents.IncompleteReason,
        };
        yield return new("RunTokenUsage", TypeRole.Model, RunDataEquivalents.Usage)
        {
            ["InputTokenCount"] = RunDataEquivalents.InputTokens,
            ["OutputTokenCount"] = RunDataEquivalents.OutputTokens,
            ["TotalTokenCount"] = RunDataEquivalents.TotalTokens,
        };
        yield return new("RequiredAction", TypeRole.Piece, RunEquivalents.RequiredAction)
        {
            ["ToolCallId"] = RunEquivalents.CallId,
            ["FunctionName"] = RunEquivalents.CallName,
            ["FunctionArguments"] = RunEquivalents.CallArguments,
        };
        yield return RunTypes.ToolOutput();
    }

    private static IEnumerable<LegacyType> Options()
    {
        yield return new("RunCreationOptions", TypeRole.Options, RunDataEquivalents.Options)
        {
            ["ModelOverride"] = RunDataEquivalents.OverrideModel,
            ["InstructionsOverride"] = RunDataEquivalents.OverrideInstructions,
            ["AdditionalInstructions"] = RunDataEquivalents.AdditionalInstructions,
            ["AdditionalMessages"] = RunDataEquivalents.AdditionalMessages,
            ["ToolsOverride"] = RunDataEquivalents.OverrideTools,
            ["ToolConstraint"] = RunDataEquivalents.ToolChoice,
            ["TruncationStrategy"] = RunDataEquivalents.Truncation,
            ["ResponseFormat"] = RunDataEquivalents.Format,
            ["AllowParallelToolCalls"] = RunDataEquivalents.ParallelTools,
            ["MaxInputTokenCount"] = RunDataEquivalents.MaxInputTokens,
            ["MaxOutputTokenCount"] = RunDataEquivalents.MaxOutputTokens,
            ["Temperature"] = RunDataEquivalents.Temperature,
            ["NucleusSamplingFactor"] = RunDataEquivalents.TopP,
            ["Metadata"] = RunDataEquivalents.RunMetadata,
        };
        yield return new("RunModificationOptions", TypeRole.Options, RunEquivalents.Update)
        {
            ["Metadata"] = RunEquivalents.Update,
        };
        yield return new("RunTruncationStrategy", TypeRole.Piece, RunDataEquivalents.Truncation)
        {
            ["Auto"] = RunDataEquivalents.Truncation,
            ["CreateLastMessagesStrategy"] = RunDataEquivalents.LastMessages,
            ["LastMessages"] = RunDataEquivalents.LastMessages,
        };
        yield return new("ToolConstraint", TypeRole.Options, RunDataEquivalents.ToolChoice)
        {
            ["Auto"] = RunDataEquivalents.ToolChoice,
            ["None"] = RunDataEquivalents.ToolChoice,
            ["Required"] = RunDataEquivalents.ToolChoice,
        };
        yield return OpenAIPages.Options("RunCollectionOptions", RunDataEquivalents.Page);
        yield return OpenAIPages.Order("RunCollectionOrder", RunDataEquivalents.Page);
    }
}
