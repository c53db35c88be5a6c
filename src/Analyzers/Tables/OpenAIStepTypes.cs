using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

internal static class OpenAIStepTypes
{
    public static IEnumerable<LegacyType> All()
    {
        yield return new("RunStep", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = StepEquivalents.Detail,
            ["Kind"] = StepEquivalents.Detail,
            ["Details"] = StepEquivalents.Detail.Returning("RunStepDetails"),
            ["RunId"] = StepEquivalents.Detail,
            ["ThreadId"] = StepEquivalents.Detail,
            ["AssistantId"] = StepEquivalents.Detail,
            ["Status"] = StepEquivalents.NoValue,
            ["LastError"] = StepEquivalents.NoValue.Returning("RunStepError"),
            ["Usage"] = StepEquivalents.NoValue.Returning("RunStepTokenUsage"),
            ["Metadata"] = StepEquivalents.NoValue,
            ["CreatedAt"] = StepEquivalents.NoValue,
            ["CompletedAt"] = StepEquivalents.NoValue,
            ["CancelledAt"] = StepEquivalents.NoValue,
            ["ExpiredAt"] = StepEquivalents.NoValue,
            ["FailedAt"] = StepEquivalents.NoValue,
        };
        yield return new("RunStepKind", TypeRole.Piece, StepEquivalents.Detail)
        {
            ["CreatedMessage"] = StepEquivalents.Message,
            ["ToolCall"] = StepEquivalents.Detail,
        };
        yield return new("RunStepDetails", TypeRole.Piece, StepEquivalents.Detail)
        {
            ["CreatedMessageId"] = StepEquivalents.Message,
            ["ToolCalls"] = StepEquivalents.Detail.Returning("RunStepToolCall"),
        };
        yield return new("RunStepToolCall", TypeRole.Piece, StepEquivalents.Detail)
        {
            ["Id"] = StepEquivalents.Detail,
            ["Kind"] = StepEquivalents.Detail,
            ["CodeInterpreterInput"] = StepEquivalents.Code,
            ["CodeInterpreterOutputs"] = StepEquivalents.CodeOutputs.Returning("RunStepCodeInterpreterOutput"),
            ["FileSearchRankingOptions"] = StepEquivalents.FileSearch,
            ["FileSearchResults"] = StepEquivalents.FileSearch.Returning("RunStepFileSearchResult"),
            ["FunctionName"] = StepEquivalents.Function,
            ["FunctionArguments"] = StepEquivalents.Function,
            ["FunctionOutput"] = StepEquivalents.Function,
        };
        yield return new("RunStepToolCallKind", TypeRole.Piece, StepEquivalents.Detail)
        {
            ["CodeInterpreter"] = StepEquivalents.CodeInterpreter,
            ["FileSearch"] = StepEquivalents.FileSearch,
            ["Function"] = StepEquivalents.Function,
        };
        yield return new("RunStepCodeInterpreterOutput", TypeRole.Piece, StepEquivalents.CodeOutputs)
        {
            ["ImageFileId"] = StepEquivalents.CodeImage,
            ["Logs"] = StepEquivalents.CodeOutputs,
        };
        yield return new("RunStepFileSearchResult", TypeRole.Piece, StepEquivalents.FileSearch)
        {
            ["Content"] = StepEquivalents.FileSearch.Returning("RunStepFileSearchResultContent"),
            ["FileId"] = StepEquivalents.FileSearch,
            ["FileName"] = StepEquivalents.FileSearch,
            ["Score"] = StepEquivalents.FileSearch,
        };
        yield return new("RunStepFileSearchResultContent", TypeRole.Piece, StepEquivalents.FileSearch)
        {
            ["Kind"] = StepEquivalents.FileSearch,
            ["Text"] = StepEquivalents.FileSearch,
        };
        yield return new("RunStepFileSearchResultContentKind", TypeRole.Piece, StepEquivalents.FileSearch)
        {
            ["Text"] = StepEquivalents.FileSearch,
        };
        yield return new("RunStepStatus", TypeRole.Piece, StepEquivalents.NoValue)
        {
            ["InProgress"] = StepEquivalents.NoValue,
            ["Completed"] = StepEquivalents.NoValue,
            ["Cancelled"] = StepEquivalents.NoValue,
            ["Expired"] = StepEquivalents.NoValue,
            ["Failed"] = StepEquivalents.NoValue,
        };
        yield return new("RunStepError", TypeRole.Model, StepEquivalents.NoValue)
        {
            ["Code"] = StepEquivalents.NoValue.Returning("RunStepErrorCode"),
            ["Message"] = StepEquivalents.NoValue,
        };
        yield return new("RunStepErrorCode", TypeRole.Piece, StepEquivalents.NoValue)
        {
            ["RateLimitExceeded"] = StepEquivalents.NoValue,
            ["ServerError"] = StepEquivalents.NoValue,
        };
        yield return new("RunStepTokenUsage", TypeRole.Model, StepEquivalents.NoValue)
        {
            ["InputTokenCount"] = StepEquivalents.NoValue,
            ["OutputTokenCount"] = StepEquivalents.NoValue,
            ["TotalTokenCount"] = StepEquivalents.NoValue,
        };
        yield return OpenAIPages.Options("RunStepCollectionOptions", StepEquivalents.Page);
        yield return OpenAIPages.Order("RunStepCollectionOrder", StepEquivalents.Page);
    }
}
