using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>A thread becomes a conversation, its first messages the items that the conversation begins with.</summary>
internal static class ThreadRewrites
{
    public const string OwnFiles = "a conversation has no files of its own: give them to the tools of the agent";

    public static void AddTo(TableEntries entries)
    {
        entries.Types["AssistantThread"] = "ConversationResource";
        entries.Types["ThreadCreationOptions"] = "ConversationCreationOptions";
        entries.Types["ThreadModificationOptions"] = "ConversationUpdateOptions";
        entries.Types["ThreadDeletionResult"] = "ConversationDeletionResult";
        entries.Types["ThreadInitializationMessage"] = "MessageResponseItem";

        entries.Keep("AssistantThread", "Id", "Metadata", "CreatedAt");
        entries.Lose("AssistantThread", OwnFiles, "ToolResources");
        entries.Keep("ThreadCreationOptions", "Metadata");
        entries.Members["ThreadCreationOptions.InitialMessages"] = "Items";
        entries.Lose("ThreadCreationOptions", OwnFiles, "ToolResources");
        entries.Keep("ThreadModificationOptions", "Metadata");
        entries.Lose("ThreadModificationOptions", OwnFiles, "ToolResources");
        entries.Keep("ThreadDeletionResult", "Deleted");
        entries.Members["ThreadDeletionResult.ThreadId"] = "ConversationId";

        entries.Creations["ThreadInitializationMessage"] = FirstMessage;
        entries.Conversions[("String", "ThreadInitializationMessage")] = "ResponseItem.CreateUserMessageItem({0})";

        entries.Call("AssistantClient.CreateThread", call =>
            $"{call.Receiver}.Conversations.CreateConversation{call.Async}({Options(call, "options")}{call.Cancel})");
        entries.Calls["AssistantClient.GetThread"] = (context, call) => ById(context, call, "GetConversation");
        entries.Call("AssistantClient.ModifyThread", call =>
            $"{call.Receiver}.Conversations.UpdateConversation{call.Async}({call["threadId"]}, {call["options"]}{call.Cancel})");
        entries.Calls["AssistantClient.DeleteThread"] = (context, call) => ById(context, call, "DeleteConversation");
    }

    public static void FirstMessage(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: 2 } arguments } || creation.Initializer is not null)
        {
            context.Block(creation, "a first message with attachments or metadata is rewritten by hand");
            return;
        }

        MessageItem item = MessageItem.Of(context, arguments[0].Expression, arguments[1].Expression);
        context.Replace(creation, _ => item.Text());
    }

    public static string Options(CallText call, string parameter) =>
        call.Has(parameter) ? call[parameter] : "new ConversationCreationOptions()";

    /// <summary>Without a token older versions would take the call for the one that answers with raw JSON.</summary>
    private static void ById(RewriteContext context, CallSite call, string method)
    {
        if (TableEntries.IsProtocol(call))
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return;
        }

        bool needsToken = !context.Facts.HasTypedConversations;
        if (needsToken) context.Plan.Namespaces.Add("System.Threading");
        context.Replace(call, text => $"{text.Receiver}.Conversations.{method}{text.Async}({text["threadId"]}"
            + (text.Cancel.Length == 0 && needsToken ? ", CancellationToken.None" : text.Cancel) + ")");
    }
}
