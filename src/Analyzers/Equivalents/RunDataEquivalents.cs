using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

/// <summary>Properties of a run and the options it is created with.</summary>
internal static class RunDataEquivalents
{
    public static readonly Equivalent Id = Property("'ResponseResult.Id'");
    public static readonly Equivalent ThreadId = Property("'ResponseResult.ConversationOptions.ConversationId'");
    public static readonly Equivalent AgentId = Property("'ResponseResult.Agent'");
    public static readonly Equivalent CreatedAt = Property("'ResponseResult.CreatedAt'");
    public static readonly Equivalent Metadata = Property("'ResponseResult.Metadata'");
    public static readonly Equivalent Definition = Property("the same property of 'ResponseResult'");
    public static readonly Equivalent Error = Property("'ResponseResult.Error'");
    public static readonly Equivalent ErrorCode = Property("'ResponseError.Code'");
    public static readonly Equivalent ErrorMessage = Property("'ResponseError.Message'");
    public static readonly Equivalent Incomplete = Property("'ResponseResult.IncompleteStatusDetails'");
    public static readonly Equivalent IncompleteReason = Property("'ResponseIncompleteStatusDetails.Reason'");
    public static readonly Equivalent Usage = Property("'ResponseResult.Usage'");
    public static readonly Equivalent InputTokens = Property("'ResponseTokenUsage.InputTokenCount'");
    public static readonly Equivalent OutputTokens = Property("'ResponseTokenUsage.OutputTokenCount'");
    public static readonly Equivalent TotalTokens = Property("'ResponseTokenUsage.TotalTokenCount'");
    public static readonly Equivalent NoTime = Lost(
        LegacyRule.RunProperty, "a response has 'CreatedAt' only");

    public static readonly Equivalent Options = Option("'CreateResponseOptions'");
    public static readonly Equivalent Format = Option("'CreateResponseOptions.TextOptions' with a 'ResponseTextFormat'");
    public static readonly Equivalent ToolChoice = Option("'CreateResponseOptions.ToolChoice'");
    public static readonly Equivalent Truncation = Option("'CreateResponseOptions.TruncationMode'");
    public static readonly Equivalent LastMessages = Lost(
        LegacyRule.RunOption, "start a conversation with the trimmed items");
    public static readonly Equivalent MaxOutputTokens = Option("'CreateResponseOptions.MaxOutputTokenCount'");
    public static readonly Equivalent MaxInputTokens = Lost(
        LegacyRule.RunOption, "trim the input, or set 'TruncationMode'");
    public static readonly Equivalent ParallelTools = Option("'CreateResponseOptions.ParallelToolCallsEnabled'");
    public static readonly Equivalent AdditionalInstructions = Option(
        "a developer item among 'InputItems', which stays in the conversation");
    public static readonly Equivalent OverrideInstructions = Option(
        "'CreateResponseOptions.Instructions', or another agent version");
    public static readonly Equivalent OverrideModel = Becomes(
        LegacyRule.RunOption, "'GetProjectResponsesClientForModel'", "'CreateResponseOptions.Model'");
    public static readonly Equivalent OverrideTools = Becomes(
        LegacyRule.RunOption, "the tools of another agent version", "'CreateResponseOptions.Tools'");
    public static readonly Equivalent AdditionalMessages = Option("further 'CreateResponseOptions.InputItems'");
    public static readonly Equivalent Include = Option(
        "'IncludedProperties' with 'IncludedResponseProperty.FileSearchCallResults'");
    public static readonly Equivalent RunMetadata = Option("'CreateResponseOptions.Metadata'");
    public static readonly Equivalent Temperature = Option("'CreateResponseOptions.Temperature'");
    public static readonly Equivalent TopP = Option("'CreateResponseOptions.TopP'");
    public static readonly Equivalent Thread = Option("a conversation that is created before");
    public static readonly Equivalent Streaming = Option("'CreateResponseStreaming'");
    public static readonly Equivalent AutoFunctionCalls = Lost(
        LegacyRule.RunOption, "answer each 'FunctionCallResponseItem' in a loop");
    public static readonly Equivalent Page = Option("the paging arguments of the list of responses");

    private static Equivalent Property(string text) => Becomes(LegacyRule.RunProperty, text);

    private static Equivalent Option(string text) => Becomes(LegacyRule.RunOption, text);
}
