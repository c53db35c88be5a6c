using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class StreamingEquivalents
{
    public static readonly Equivalent Update = Kind("StreamingResponseUpdate");
    public static readonly Equivalent UpdateKind = Becomes(
        LegacyRule.StreamingUpdate, "a pattern on the type of the 'StreamingResponseUpdate'");
    public static readonly Equivalent ThreadCreated = None("the conversation is created before");
    public static readonly Equivalent RunCreated = Kind("StreamingResponseCreatedUpdate");
    public static readonly Equivalent RunQueued = Kind("StreamingResponseQueuedUpdate");
    public static readonly Equivalent RunInProgress = Kind("StreamingResponseInProgressUpdate");
    public static readonly Equivalent RunCompleted = Kind("StreamingResponseCompletedUpdate");
    public static readonly Equivalent RunIncomplete = Kind("StreamingResponseIncompleteUpdate");
    public static readonly Equivalent RunFailed = Kind("StreamingResponseFailedUpdate");
    public static readonly Equivalent RunCancelled = None("the stream ends, and 'GetResponse' tells the status");
    public static readonly Equivalent RunExpired = None("responses do not expire");
    public static readonly Equivalent RequiresAction = Becomes(
        LegacyRule.StreamingUpdate, "'StreamingResponseOutputItemDoneUpdate' with a 'FunctionCallResponseItem'");
    public static readonly Equivalent ItemAdded = Kind("StreamingResponseOutputItemAddedUpdate");
    public static readonly Equivalent ItemDone = Kind("StreamingResponseOutputItemDoneUpdate");
    public static readonly Equivalent ContentPart = Kind("StreamingResponseContentPartAddedUpdate");
    public static readonly Equivalent TextDelta = Kind("StreamingResponseOutputTextDeltaUpdate");
    public static readonly Equivalent Refusal = Kind("StreamingResponseRefusalDeltaUpdate");
    public static readonly Equivalent Annotation = Becomes(
        LegacyRule.StreamingUpdate, "'StreamingResponseOutputTextAnnotationAddedUpdate.Annotation'");
    public static readonly Equivalent CodeDelta = Kind("StreamingResponseCodeInterpreterCallCodeDeltaUpdate");
    public static readonly Equivalent CodeOutputs = Becomes(
        LegacyRule.StreamingUpdate, "'CodeInterpreterCallResponseItem.Outputs' of the item that is done");
    public static readonly Equivalent ArgumentsDelta = Kind("StreamingResponseFunctionCallArgumentsDeltaUpdate");
    public static readonly Equivalent Image = None("the image is a 'ContainerFileCitationMessageAnnotation'");
    public static readonly Equivalent Error = Kind("StreamingResponseErrorUpdate");
    public static readonly Equivalent Done = None("the enumeration ends");
    public static readonly Equivalent Value = Becomes(LegacyRule.StreamingUpdate, "the 'Response' or 'Item' of the update");

    private static Equivalent Kind(string type) => Becomes(LegacyRule.StreamingUpdate, $"'{type}'");

    private static Equivalent None(string instead) => Lost(LegacyRule.StreamingUpdate, instead);
}
