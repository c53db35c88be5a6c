using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Run types that a, b and c have under the same names.</summary>
internal static class RunTypes
{
    public static IEnumerable<LegacyType> Azure()
    {
        yield return new("ThreadRun", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = RunDataEquivalents.Id,
            ["ThreadId"] = RunDataEquivalents.ThreadId,
            ["AssistantId"] = RunDataEquivalents.AgentId,
            ["AgentId"] = RunDataEquivalents.AgentId,
            ["Status"] = RunStatusEquivalents.Property.Returning("RunStatus"),
            ["RequiredAction"] = RunEquivalents.RequiredAction.Returning("RequiredAction"),
            ["RequiredActions"] = RunEquivalents.RequiredAction.Returning("RequiredToolCall"),
            ["LastError"] = RunDataEquivalents.Error.Returning("RunError"),
            ["IncompleteDetails"] = RunDataEquivalents.Incomplete.Returning("IncompleteRunDetails"),
            ["Usage"] = RunDataEquivalents.Usage.Returning("RunCompletionUsage"),
            ["Model"] = RunDataEquivalents.Definition,
            ["Instructions"] = RunDataEquivalents.Definition,
            ["Tools"] = RunDataEquivalents.Definition.Returning("ToolDefinition"),
            ["Temperature"] = RunDataEquivalents.Definition,
            ["TopP"] = RunDataEquivalents.Definition,
            ["Metadata"] = RunDataEquivalents.Metadata,
            ["CreatedAt"] = RunDataEquivalents.CreatedAt,
            ["StartedAt"] = RunDataEquivalents.NoTime,
            ["ExpiresAt"] = RunDataEquivalents.NoTime,
            ["CompletedAt"] = RunDataEquivalents.NoTime,
            ["CancelledAt"] = RunDataEquivalents.NoTime,
            ["FailedAt"] = RunDataEquivalents.NoTime,
        };
        yield return Status();
        yield return new("RunError", TypeRole.Model, RunDataEquivalents.Error)
        {
            ["Code"] = RunDataEquivalents.ErrorCode,
            ["Message"] = RunDataEquivalents.ErrorMessage,
        };
        yield return new("RequiredAction", TypeRole.Piece, RunEquivalents.RequiredAction);
        yield return new("SubmitToolOutputsAction", TypeRole.Piece, RunEquivalents.RequiredAction)
        {
            ["ToolCalls"] = RunEquivalents.RequiredAction.Returning("RequiredToolCall"),
        };
        yield return new("RequiredToolCall", TypeRole.Piece, RunEquivalents.RequiredAction)
        {
            ["Id"] = RunEquivalents.CallId,
        };
        yield return new("RequiredFunctionToolCall", TypeRole.Piece, RunEquivalents.RequiredAction)
        {
            ["Id"] = RunEquivalents.CallId,
            ["Name"] = RunEquivalents.CallName,
            ["Arguments"] = RunEquivalents.CallArguments,
        };
        yield return ToolOutput();
        yield return new("RunStep", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = StepEquivalents.Detail,
            ["Type"] = StepEquivalents.Detail,
            ["Status"] = StepEquivalents.NoValue,
            ["StepDetails"] = StepEquivalents.Detail.Returning("RunStepDetails"),
            ["LastError"] = StepEquivalents.NoValue,
            ["Usage"] = StepEquivalents.NoValue,
            ["CreatedAt"] = StepEquivalents.NoValue,
            ["CompletedAt"] = StepEquivalents.NoValue,
        };
        foreach (LegacyType step in StepDetails()) yield return step;
    }

    public static LegacyType Status() => new("RunStatus", TypeRole.Piece, RunStatusEquivalents.Type)
    {
        ["Queued"] = RunStatusEquivalents.Queued,
        ["InProgress"] = RunStatusEquivalents.InProgress,
        ["RequiresAction"] = RunStatusEquivalents.RequiresAction,
        ["Cancelling"] = RunStatusEquivalents.Cancelling,
        ["Cancelled"] = RunStatusEquivalents.Cancelled,
        ["Failed"] = RunStatusEquivalents.Failed,
        ["Completed"] = RunStatusEquivalents.Completed,
        ["Incomplete"] = RunStatusEquivalents.Incomplete,
        ["Expired"] = RunStatusEquivalents.Expired,
        ["IsTerminal"] = RunStatusEquivalents.IsTerminal,
    };

    public static LegacyType ToolOutput() => new("ToolOutput", TypeRole.Options, RunEquivalents.ToolOutput)
    {
        ["ToolCallId"] = RunEquivalents.ToolOutput,
        ["Output"] = RunEquivalents.ToolOutput,
    };

    private static IEnumerable<LegacyType> StepDetails()
    {
        yield return new("RunStepDetails", TypeRole.Piece, StepEquivalents.Detail);
        yield return new("RunStepMessageCreationDetails", TypeRole.Piece, StepEquivalents.Message)
        {
            ["MessageCreation"] = StepEquivalents.Message,
        };
        yield return new("RunStepToolCallDetails", TypeRole.Piece, StepEquivalents.Detail)
        {
            ["ToolCalls"] = StepEquivalents.Detail.Returning("RunStepToolCall"),
        };
        yield return new("RunStepToolCall", TypeRole.Piece, StepEquivalents.Detail)
        {
            ["Id"] = StepEquivalents.Detail,
        };
        yield return new("RunStepFunctionToolCall", TypeRole.Piece, StepEquivalents.Function)
        {
            ["Name"] = StepEquivalents.Function,
            ["Arguments"] = StepEquivalents.Function,
            ["Output"] = StepEquivalents.Function,
        };
        yield return new("RunStepCodeInterpreterToolCall", TypeRole.Piece, StepEquivalents.CodeInterpreter)
        {
            ["Input"] = StepEquivalents.Code,
            ["Outputs"] = StepEquivalents.CodeOutputs.Returning("RunStepCodeInterpreterToolCallOutput"),
        };
        yield return new("RunStepCodeInterpreterToolCallOutput", TypeRole.Piece, StepEquivalents.CodeOutputs);
        yield return new("RunStepCodeInterpreterImageOutput", TypeRole.Piece, StepEquivalents.CodeImage)
        {
            ["Image"] = StepEquivalents.CodeImage,
        };
        yield return new("RunStepCodeInterpreterLogOutput", TypeRole.Piece, StepEquivalents.CodeOutputs)
        {
            ["Logs"] = StepEquivalents.CodeOutputs,
        };
        yield return new("RunStepFileSearchToolCall", TypeRole.Piece, StepEquivalents.FileSearch);
        yield return new("RunStepRetrievalToolCall", TypeRole.Piece, StepEquivalents.FileSearch);
        yield return new("RunStepMcpToolCall", TypeRole.Piece, StepEquivalents.Mcp);
    }
}
