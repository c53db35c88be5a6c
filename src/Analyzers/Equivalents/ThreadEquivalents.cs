using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class ThreadEquivalents
{
    public static readonly Equivalent Create = Becomes(
        LegacyRule.CreateThread,
        "'ProjectConversationsClient.CreateProjectConversation'",
        "'ConversationClient.CreateConversation'");
    public static readonly Equivalent Get = Becomes(
        LegacyRule.GetThread,
        "'ProjectConversationsClient.GetProjectConversation'",
        "'ConversationClient.GetConversation'");
    public static readonly Equivalent List = Becomes(
        LegacyRule.GetThread, "'ProjectConversationsClient.GetProjectConversations'", "ids that the app keeps itself");
    public static readonly Equivalent Update = Becomes(
        LegacyRule.UpdateThread,
        "'ProjectConversationsClient.UpdateProjectConversation', metadata only",
        "'ConversationClient.UpdateConversation', metadata only");
    public static readonly Equivalent Delete = Becomes(
        LegacyRule.DeleteThread, "'ConversationClient.DeleteConversation'");

    public static readonly Equivalent Options = Becomes(
        LegacyRule.ThreadOption, "'ProjectConversationCreationOptions'", "'ConversationCreationOptions'");
    public static readonly Equivalent InitialMessages = Becomes(
        LegacyRule.ThreadOption, "'ProjectConversationCreationOptions.Items'", "'ConversationCreationOptions.Items'");
    public static readonly Equivalent InitialMessage = Becomes(
        LegacyRule.ThreadOption, "'ResponseItem.CreateUserMessageItem' or 'CreateAssistantMessageItem'");
    public static readonly Equivalent Metadata = Becomes(
        LegacyRule.ThreadOption,
        "'ProjectConversationCreationOptions.Metadata'",
        "'ConversationCreationOptions.Metadata'");

    public static readonly Equivalent Id = Becomes(
        LegacyRule.ThreadProperty, "'ProjectConversation.Id'", "'ConversationResource.Id'");
    public static readonly Equivalent Property = Becomes(
        LegacyRule.ThreadProperty, "the same property of 'ProjectConversation'", "the same property of 'ConversationResource'");
    public static readonly Equivalent Resources = Lost(
        LegacyRule.ThreadProperty, "read them from the tools of the agent version");
    public static readonly Equivalent DeletionResult = Becomes(
        LegacyRule.ThreadProperty, "an untyped 'ClientResult' that throws when it fails");
}
