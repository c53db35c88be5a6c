using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

internal static class OpenAIThreadTypes
{
    public static IEnumerable<LegacyType> All() => [.. Threads(), .. Messages(), .. Content()];

    private static IEnumerable<LegacyType> Threads()
    {
        yield return new("AssistantThread", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = ThreadEquivalents.Id,
            ["Metadata"] = ThreadEquivalents.Property,
            ["CreatedAt"] = ThreadEquivalents.Property,
            ["ToolResources"] = ThreadEquivalents.Resources.Returning("ToolResources"),
        };
        yield return new("ThreadCreationOptions", TypeRole.Options, ThreadEquivalents.Options)
        {
            ["InitialMessages"] = ThreadEquivalents.InitialMessages,
            ["Metadata"] = ThreadEquivalents.Metadata,
            ["ToolResources"] = ToolEquivalents.OnThreadOrRun.Returning("ToolResources"),
        };
        yield return new("ThreadModificationOptions", TypeRole.Options, ThreadEquivalents.Options)
        {
            ["Metadata"] = ThreadEquivalents.Metadata,
            ["ToolResources"] = ToolEquivalents.OnThreadOrRun.Returning("ToolResources"),
        };
        yield return new("ThreadInitializationMessage", TypeRole.Options, ThreadEquivalents.InitialMessage);
        yield return new("ThreadDeletionResult", TypeRole.Model, ThreadEquivalents.DeletionResult)
        {
            ["Deleted"] = ThreadEquivalents.DeletionResult,
            ["ThreadId"] = ThreadEquivalents.DeletionResult,
        };
    }

    private static IEnumerable<LegacyType> Messages()
    {
        yield return new("ThreadMessage", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = MessageEquivalents.Property,
            ["Role"] = MessageEquivalents.Property.Returning("MessageRole"),
            ["Status"] = MessageEquivalents.Property.Returning("MessageStatus"),
            ["Content"] = ContentEquivalents.Items.Returning("MessageContent"),
            ["ThreadId"] = MessageEquivalents.OwnerId,
            ["RunId"] = MessageEquivalents.OwnerId,
            ["AssistantId"] = MessageEquivalents.OwnerId,
            ["Attachments"] = MessageEquivalents.NoProperty.Returning("MessageCreationAttachment"),
            ["Metadata"] = MessageEquivalents.NoProperty,
            ["CreatedAt"] = MessageEquivalents.NoProperty,
            ["CompletedAt"] = MessageEquivalents.NoProperty,
            ["IncompleteAt"] = MessageEquivalents.NoProperty,
            ["IncompleteDetails"] = MessageEquivalents.NoProperty.Returning("MessageFailureDetails"),
        };
        yield return new("MessageFailureDetails", TypeRole.Model, MessageEquivalents.NoProperty)
        {
            ["Reason"] = MessageEquivalents.NoProperty,
        };
        yield return new("MessageFailureReason", TypeRole.Piece, MessageEquivalents.NoProperty)
        {
            ["ContentFilter"] = MessageEquivalents.NoProperty,
            ["MaxTokens"] = MessageEquivalents.NoProperty,
            ["RunCancelled"] = MessageEquivalents.NoProperty,
            ["RunExpired"] = MessageEquivalents.NoProperty,
            ["RunFailed"] = MessageEquivalents.NoProperty,
        };
        yield return new("MessageStatus", TypeRole.Piece, MessageEquivalents.Property)
        {
            ["Completed"] = MessageEquivalents.Property,
            ["Incomplete"] = MessageEquivalents.Property,
            ["InProgress"] = MessageEquivalents.Property,
        };
        yield return new("MessageDeletionResult", TypeRole.Model, ThreadEquivalents.DeletionResult)
        {
            ["Deleted"] = ThreadEquivalents.DeletionResult,
            ["MessageId"] = ThreadEquivalents.DeletionResult,
        };
        yield return new("MessageCreationOptions", TypeRole.Options, MessageEquivalents.Options)
        {
            ["Attachments"] = MessageEquivalents.Attachment.Returning("MessageCreationAttachment"),
            ["Metadata"] = MessageEquivalents.Metadata,
        };
        yield return new("MessageModificationOptions", TypeRole.Options, MessageEquivalents.Update)
        {
            ["Metadata"] = MessageEquivalents.Metadata,
        };
        yield return new("MessageCreationAttachment", TypeRole.Options, MessageEquivalents.Attachment)
        {
            ["FileId"] = MessageEquivalents.Attachment,
            ["Tools"] = MessageEquivalents.Attachment,
        };
        yield return OpenAIPages.Options("MessageCollectionOptions", MessageEquivalents.Page);
        yield return OpenAIPages.Order("MessageCollectionOrder", MessageEquivalents.Page);
        yield return new("MessageRole", TypeRole.Piece, MessageEquivalents.Role)
        {
            ["User"] = MessageEquivalents.RoleUser,
            ["Assistant"] = MessageEquivalents.RoleAssistant,
        };
    }

    private static IEnumerable<LegacyType> Content()
    {
        yield return new("MessageContent", TypeRole.Piece, ContentEquivalents.Part)
        {
            ["FromText"] = ContentEquivalents.InputText,
            ["FromImageFileId"] = ContentEquivalents.InputImage,
            ["FromImageUri"] = ContentEquivalents.InputImage,
            ["Text"] = ContentEquivalents.Text,
            ["TextAnnotations"] = ContentEquivalents.Annotations.Returning("TextAnnotation"),
            ["ImageFileId"] = ContentEquivalents.ImageFileId,
            ["ImageUri"] = ContentEquivalents.ImageUri,
            ["ImageDetail"] = ContentEquivalents.ImageDetail,
            ["Refusal"] = ContentEquivalents.Refusal,
        };
        yield return new("MessageImageDetail", TypeRole.Piece, ContentEquivalents.ImageDetail)
        {
            ["Auto"] = ContentEquivalents.ImageDetail,
            ["High"] = ContentEquivalents.ImageDetail,
            ["Low"] = ContentEquivalents.ImageDetail,
        };
        yield return new("TextAnnotation", TypeRole.Piece, ContentEquivalents.Annotations)
        {
            ["InputFileId"] = ContentEquivalents.CitedFileId,
            ["OutputFileId"] = ContentEquivalents.OutputFileId,
            ["TextToReplace"] = ContentEquivalents.TextToReplace,
            ["StartIndex"] = ContentEquivalents.Index,
            ["EndIndex"] = ContentEquivalents.Index,
        };
    }
}
