using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Streamed updates, which b, c and d have alike.</summary>
internal static class StreamingTypes
{
    public static IEnumerable<LegacyType> All()
    {
        yield return new("StreamingUpdate", TypeRole.Piece, StreamingEquivalents.Update)
        {
            ["UpdateKind"] = StreamingEquivalents.UpdateKind.Returning("StreamingUpdateReason"),
            ["Value"] = StreamingEquivalents.Value,
        };
        yield return Reason();
        yield return new("ThreadUpdate", TypeRole.Piece, StreamingEquivalents.ThreadCreated)
        {
            ["Id"] = StreamingEquivalents.ThreadCreated,
            ["Metadata"] = StreamingEquivalents.ThreadCreated,
            ["CreatedAt"] = StreamingEquivalents.ThreadCreated,
            ["ToolResources"] = StreamingEquivalents.ThreadCreated,
        };
        yield return new("RunUpdate", TypeRole.Piece, StreamingEquivalents.RunInProgress)
        {
            ["Value"] = StreamingEquivalents.Value.Returning("ThreadRun"),
        };
        yield return new("RequiredActionUpdate", TypeRole.Piece, StreamingEquivalents.RequiresAction)
        {
            ["FunctionName"] = StreamingEquivalents.RequiresAction,
            ["FunctionArguments"] = StreamingEquivalents.RequiresAction,
            ["ToolCallId"] = StreamingEquivalents.RequiresAction,
            ["GetThreadRun"] = StreamingEquivalents.Value.Returning("ThreadRun"),
        };
        yield return new("RunStepUpdate", TypeRole.Piece, StreamingEquivalents.ItemDone);
        yield return new("RunStepDetailsUpdate", TypeRole.Piece, StreamingEquivalents.CodeDelta)
        {
            ["CodeInterpreterInput"] = StreamingEquivalents.CodeDelta,
            ["CodeInterpreterOutputs"] = StreamingEquivalents.CodeOutputs.Returning("RunStepUpdateCodeInterpreterOutput"),
            ["CreatedMessageId"] = StreamingEquivalents.ItemAdded,
            ["FileSearchRankingOptions"] = StreamingEquivalents.ItemDone,
            ["FileSearchResults"] = StreamingEquivalents.ItemDone,
            ["FunctionName"] = StreamingEquivalents.ItemAdded,
            ["FunctionArguments"] = StreamingEquivalents.ArgumentsDelta,
            ["FunctionOutput"] = StreamingEquivalents.ItemDone,
            ["StepId"] = StreamingEquivalents.ItemAdded,
            ["ToolCallId"] = StreamingEquivalents.ItemAdded,
            ["ToolCallIndex"] = StreamingEquivalents.ItemAdded,
        };
        yield return new("RunStepUpdateCodeInterpreterOutput", TypeRole.Piece, StreamingEquivalents.CodeOutputs)
        {
            ["ImageFileId"] = StreamingEquivalents.CodeOutputs,
            ["Logs"] = StreamingEquivalents.CodeOutputs,
            ["OutputIndex"] = StreamingEquivalents.CodeOutputs,
        };
        yield return new("MessageStatusUpdate", TypeRole.Piece, StreamingEquivalents.ItemDone);
        yield return new("MessageContentUpdate", TypeRole.Piece, StreamingEquivalents.TextDelta)
        {
            ["Text"] = StreamingEquivalents.TextDelta,
            ["TextAnnotation"] = StreamingEquivalents.Annotation.Returning("TextAnnotationUpdate"),
            ["ImageFileId"] = StreamingEquivalents.Image,
            ["ImageDetail"] = StreamingEquivalents.Image,
            ["RefusalUpdate"] = StreamingEquivalents.Refusal,
            ["Role"] = StreamingEquivalents.ItemAdded,
            ["MessageId"] = StreamingEquivalents.ItemAdded,
            ["MessageIndex"] = StreamingEquivalents.ItemAdded,
        };
        yield return new("TextAnnotationUpdate", TypeRole.Piece, StreamingEquivalents.Annotation)
        {
            ["InputFileId"] = StreamingEquivalents.Annotation,
            ["OutputFileId"] = StreamingEquivalents.Annotation,
            ["TextToReplace"] = StreamingEquivalents.Annotation,
            ["StartIndex"] = StreamingEquivalents.Annotation,
            ["EndIndex"] = StreamingEquivalents.Annotation,
            ["ContentIndex"] = StreamingEquivalents.Annotation,
        };
    }

    private static LegacyType Reason() => new("StreamingUpdateReason", TypeRole.Piece, StreamingEquivalents.UpdateKind)
    {
        ["ThreadCreated"] = StreamingEquivalents.ThreadCreated,
        ["RunCreated"] = StreamingEquivalents.RunCreated,
        ["RunQueued"] = StreamingEquivalents.RunQueued,
        ["RunInProgress"] = StreamingEquivalents.RunInProgress,
        ["RunRequiresAction"] = StreamingEquivalents.RequiresAction,
        ["RunCompleted"] = StreamingEquivalents.RunCompleted,
        ["RunIncomplete"] = StreamingEquivalents.RunIncomplete,
        ["RunFailed"] = StreamingEquivalents.RunFailed,
        ["RunCancelling"] = StreamingEquivalents.RunCancelled,
        ["RunCancelled"] = StreamingEquivalents.RunCancelled,
        ["RunExpired"] = StreamingEquivalents.RunExpired,
        ["RunStepCreated"] = StreamingEquivalents.ItemAdded,
        ["RunStepInProgress"] = StreamingEquivalents.ItemAdded,
        ["RunStepUpdated"] = StreamingEquivalents.CodeDelta,
        ["RunStepCompleted"] = StreamingEquivalents.ItemDone,
        ["RunStepFailed"] = StreamingEquivalents.ItemDone,
        ["RunStepCancelled"] = StreamingEquivalents.ItemDone,
        ["RunStepExpired"] = StreamingEquivalents.ItemDone,
        ["MessageCreated"] = StreamingEquivalents.ItemAdded,
        ["MessageInProgress"] = StreamingEquivalents.ContentPart,
        ["MessageUpdated"] = StreamingEquivalents.TextDelta,
        ["MessageCompleted"] = StreamingEquivalents.ItemDone,
        ["MessageFailed"] = StreamingEquivalents.ItemDone,
        ["Error"] = StreamingEquivalents.Error,
        ["Done"] = StreamingEquivalents.Done,
    };
}
