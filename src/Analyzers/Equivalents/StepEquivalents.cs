using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class StepEquivalents
{
    public static readonly Equivalent Detail = Step("an item of 'ResponseResult.OutputItems'");
    public static readonly Equivalent Message = Step("'MessageResponseItem'");
    public static readonly Equivalent Function = Step("'FunctionCallResponseItem'");
    public static readonly Equivalent FileSearch = Step("'FileSearchCallResponseItem'");
    public static readonly Equivalent CodeInterpreter = Step("'CodeInterpreterCallResponseItem'");
    public static readonly Equivalent Code = Step("'CodeInterpreterCallResponseItem.Code'");
    public static readonly Equivalent CodeOutputs = Step(
        "'CodeInterpreterCallResponseItem.Outputs' with 'IncludedResponseProperty.CodeInterpreterCallOutputs'");
    public static readonly Equivalent CodeImage = Step("'CodeInterpreterCallImageOutput.ImageUri'");
    public static readonly Equivalent Mcp = Step("'McpToolCallItem'");
    public static readonly Equivalent NoValue = Lost(
        LegacyRule.RunStepDetail, "output items have no times, usage or status of their own");
    public static readonly Equivalent Page = Step("a loop over 'ResponseResult.OutputItems'");

    private static Equivalent Step(string text) => Becomes(LegacyRule.RunStepDetail, text);
}
