using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class RunEquivalents
{
    public static readonly Equivalent Create = Becomes(
        LegacyRule.CreateRun, "'ProjectResponsesClient.CreateResponse'", "'ResponsesClient.CreateResponse'");
    public static readonly Equivalent Get = Becomes(
        LegacyRule.GetRun, "the result of 'CreateResponse', or 'GetResponse' in background mode");
    public static readonly Equivalent List = Becomes(
        LegacyRule.ListRuns, "'ProjectResponsesClient.GetProjectResponses'", "response ids that the app keeps itself");
    public static readonly Equivalent Update = Lost(
        LegacyRule.UpdateRun, "set 'CreateResponseOptions.Metadata' when the response is created");
    public static readonly Equivalent Cancel = Becomes(
        LegacyRule.CancelRun, "'ResponsesClient.CancelResponse' of a background response");
    public static readonly Equivalent CreateThreadAndRun = Becomes(
        LegacyRule.CreateThreadAndRun,
        "'CreateProjectConversation' and then 'CreateResponse'",
        "'CreateConversation' and then 'CreateResponse'");
    public static readonly Equivalent Submit = Becomes(
        LegacyRule.SubmitToolOutputs,
        "the next 'CreateResponse' with 'ResponseItem.CreateFunctionCallOutputItem' items");
    public static readonly Equivalent Stream = Becomes(LegacyRule.StreamRun, "'CreateResponseStreaming'");
    public static readonly Equivalent StreamThreadAndRun = Becomes(
        LegacyRule.StreamRun, "a new conversation and then 'CreateResponseStreaming'");
    public static readonly Equivalent StreamSubmit = Becomes(
        LegacyRule.StreamToolOutputs,
        "the next 'CreateResponseStreaming' with 'ResponseItem.CreateFunctionCallOutputItem' items");
    public static readonly Equivalent Steps = Becomes(
        LegacyRule.GetRunStep, "the items of 'ResponseResult.OutputItems'");

    public static readonly Equivalent PollingLoop = Becomes(
        LegacyRule.PollingLoop, "nothing: 'CreateResponse' returns when the response is done");
    public static readonly Equivalent ToolOutputLoop = Becomes(
        LegacyRule.ToolOutputLoop, "'CreateResponse' in a loop until its output has no 'FunctionCallResponseItem'");
    public static readonly Equivalent StreamingLoop = Becomes(
        LegacyRule.StreamingLoop, "a loop over the 'StreamingResponseUpdate' of 'CreateResponseStreaming'");

    public static readonly Equivalent RequiredAction = Becomes(
        LegacyRule.RequiredAction, "the 'FunctionCallResponseItem' among 'ResponseResult.OutputItems'");
    public static readonly Equivalent CallId = Becomes(
        LegacyRule.RequiredAction, "'FunctionCallResponseItem.CallId', not its Id");
    public static readonly Equivalent CallName = Becomes(
        LegacyRule.RequiredAction, "'FunctionCallResponseItem.FunctionName'");
    public static readonly Equivalent CallArguments = Becomes(
        LegacyRule.RequiredAction, "'FunctionCallResponseItem.FunctionArguments', a BinaryData");
    public static readonly Equivalent ToolOutput = Becomes(
        LegacyRule.ToolOutput, "'ResponseItem.CreateFunctionCallOutputItem'");
    public static readonly Equivalent ToolApproval = Becomes(
        LegacyRule.ToolOutput, "'ResponseItem.CreateMcpApprovalResponseItem'");
}
