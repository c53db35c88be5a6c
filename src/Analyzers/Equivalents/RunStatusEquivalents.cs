using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class RunStatusEquivalents
{
    public static readonly Equivalent Property = Becomes(LegacyRule.RunStatus, "'ResponseResult.Status'");
    public static readonly Equivalent Type = Becomes(LegacyRule.RunStatus, "'ResponseStatus'");
    public static readonly Equivalent Queued = Value("Queued");
    public static readonly Equivalent InProgress = Value("InProgress");
    public static readonly Equivalent Completed = Value("Completed");
    public static readonly Equivalent Failed = Value("Failed");
    public static readonly Equivalent Cancelled = Value("Cancelled");
    public static readonly Equivalent Incomplete = Value("Incomplete");
    public static readonly Equivalent RequiresAction = Becomes(
        LegacyRule.RunStatus, "'ResponseStatus.Completed' with a 'FunctionCallResponseItem' in the output");
    public static readonly Equivalent Cancelling = Lost(
        LegacyRule.RunStatus, "a cancelled response is 'ResponseStatus.Cancelled' at once");
    public static readonly Equivalent Expired = Lost(
        LegacyRule.RunStatus, "responses do not expire, and 'ResponseStatus.Incomplete' is the nearest");
    public static readonly Equivalent IsTerminal = Becomes(
        LegacyRule.RunStatus, "'Status is not (ResponseStatus.Queued or ResponseStatus.InProgress)'");
    public static readonly Equivalent Text = Becomes(
        LegacyRule.RunStatusText, "a comparison with 'ResponseStatus', whose text differs");

    private static Equivalent Value(string name) => Becomes(LegacyRule.RunStatus, $"'ResponseStatus.{name}'");
}
