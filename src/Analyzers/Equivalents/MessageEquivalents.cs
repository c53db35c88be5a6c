using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class MessageEquivalents
{
    public static readonly Equivalent Create = Becomes(
        LegacyRule.CreateMessage,
        "'CreateResponseOptions.InputItems' of the run that follows, or 'CreateProjectConversationItems'",
        "'CreateResponseOptions.InputItems' of the run that follows, or 'CreateConversationItems'");
    public static readonly Equivalent Get = Becomes(
        LegacyRule.GetMessage,
        "'ProjectConversationsClient.GetProjectConversationItem'",
        "'ConversationClient.GetConversationItem'");
    public static readonly Equivalent List = Becomes(
        LegacyRule.ListMessages,
        "'ResponseResult.OutputItems' of the run, or 'GetProjectConversationItems' filtered to messages",
        "'ResponseResult.OutputItems' of the run, or 'GetConversationItems' filtered to messages");
    public static readonly Equivalent Update = Lost(
        LegacyRule.UpdateMessage, "delete the item and create it again, or keep the metadata in the app");
    public static readonly Equivalent Delete = Becomes(
        LegacyRule.DeleteMessage, "'ConversationClient.DeleteConversationItem'");
    public static readonly Equivalent Files = Lost(
        LegacyRule.MessageFile, "read 'ResponseContentPart.InputFileId' of the item's content");

    public static readonly Equivalent Attachment = Becomes(
        LegacyRule.ThreadOption,
        "'ResponseContentPart.CreateInputFilePart', or a file of the container or of a vector store");
    public static readonly Equivalent Metadata = Lost(
        LegacyRule.ThreadOption, "keep the metadata of a message in the app");
    public static readonly Equivalent Options = Becomes(
        LegacyRule.ThreadOption, "arguments of 'ResponseItem.CreateUserMessageItem'");
    public static readonly Equivalent Page = Becomes(
        LegacyRule.ThreadOption, "the paging arguments of the item list; legacy lists newest first");
    public static readonly Equivalent RunFilter = Lost(
        LegacyRule.ThreadOption, "read 'ResponseResult.OutputItems' of that run");

    public static readonly Equivalent Role = Becomes(LegacyRule.MessageRole, "'OpenAI.Responses.MessageRole'");
    public static readonly Equivalent RoleUser = Becomes(LegacyRule.MessageRole, "'OpenAI.Responses.MessageRole.User'");
    public static readonly Equivalent RoleAssistant = Becomes(
        LegacyRule.MessageRole, "'OpenAI.Responses.MessageRole.Assistant'");

    public static readonly Equivalent Property = Becomes(
        LegacyRule.ThreadProperty, "the same property of 'MessageResponseItem'");
    public static readonly Equivalent OwnerId = Becomes(
        LegacyRule.ThreadProperty, "an id of the response or conversation that the item was read from");
    public static readonly Equivalent NoProperty = Lost(
        LegacyRule.ThreadProperty, "items of a conversation have no such value");
}
