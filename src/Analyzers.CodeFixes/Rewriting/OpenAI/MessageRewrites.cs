using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>A message is an item of the conversation; the SDK lists and adds items as raw JSON, so these calls are brought along.</summary>
internal static class MessageRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["ThreadMessage"] = "MessageResponseItem";
        entries.Types["MessageRole"] = "MessageRole";
        entries.Types["MessageStatus"] = "MessageStatus";
        entries.Types["MessageDeletionResult"] = "bool";
        entries.Types["MessageCollectionOptions"] = "MessageCollectionOptions";
        entries.Types["MessageCollectionOrder"] = "MessageCollectionOrder";

        entries.Keep("ThreadMessage", "Id", "Role", "Status");
        entries.Members["ThreadMessage.Content"] = MemberRule.By((context, use) =>
            Planner.PlanPath(context, use, context.Facts.UsesImages ? "GetParts()" : "Content"));
        entries.Lose("ThreadMessage", "an item of a conversation does not have this",
            "CreatedAt", "CompletedAt", "IncompleteAt", "Metadata", "AssistantId", "RunId", "ThreadId", "IncompleteDetails", "Attachments");
        entries.Keep("MessageRole", "User", "Assistant");
        entries.Keep("MessageStatus", "InProgress", "Incomplete", "Completed");
        entries.Members["MessageDeletionResult.Deleted"] = MemberRule.None("deleting an item answers with the conversation");
        entries.Bare.Add("MessageDeletionResult");
        entries.Keep("MessageCollectionOptions", "Order", "PageSizeLimit", "AfterId");
        entries.Lose("MessageCollectionOptions", "items are listed forwards only", "BeforeId");
        entries.Keep("MessageCollectionOrder", "Ascending", "Descending");

        entries.Calls["AssistantClient.CreateMessage"] = Create;
        entries.Calls["AssistantClient.GetMessages"] = (context, call) =>
        {
            if (TableEntries.IsProtocol(call)) context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            else ListOptions.Plan(context, call, (text, order) =>
                $"{text.Receiver}.Conversations.GetMessages{text.Async}({text["threadId"]}{order}{text.NamedCancel})");
        };
        entries.Call("AssistantClient.GetMessage", call =>
            $"{call.Receiver}.Conversations.GetMessage{call.Async}({call["threadId"]}, {call["messageId"]}{call.Cancel})");
        entries.Calls["AssistantClient.DeleteMessage"] = (context, call) =>
        {
            if (TableEntries.IsProtocol(call)) context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            else context.Replace(call, text =>
                $"{text.Receiver}.Conversations.DeleteConversationItem{text.Async}({text["threadId"]}, {text["messageId"]})");
        };
        entries.LoseCall("AssistantClient.ModifyMessage", "an item of a conversation cannot be changed");
        entries.Types["MessageModificationOptions"] = "object";
        entries.Members["MessageModificationOptions.Metadata"] = "Metadata";

        entries.Types["MessageCreationOptions"] = "object";
        entries.Members["MessageCreationOptions.Attachments"] = "Attachments";
        entries.Types["MessageCreationAttachment"] = "object";
        entries.Members["MessageCreationOptions.Metadata"] = "Metadata";
    }

    public static void Create(RewriteContext context, CallSite call)
    {
        bool isAttached = AttachesToRun(context, call);
        if (Item(context, call, hasOptions: !isAttached) is not { } item) return;
        context.Replace(call, text =>
            $"{text.Receiver}.Conversations.CreateMessage{text.Async}({text["threadId"]}, {item.Text()}{text.Cancel})");
    }

    /// <summary>Files for code that a message brings along go to the container of the run that follows.</summary>
    private static bool AttachesToRun(RewriteContext context, CallSite call)
    {
        if (call["options"] is null || AttachedFiles.Of(context, OptionsVariable.Resolve(context, call["options"])) is not { Count: > 0 } files)
            return false;
        if (RunContinuation.StartOf(context, call) is not { } start || start.Invocation.SpanStart < call.Invocation.SpanStart
            || RunFlows.ThreadOf(start) != call["threadId"]?.Text())
            return false;

        context.Flows.Attach(start.Invocation, files);
        return true;
    }

    /// <summary>The item of a create call; null, with a note, where its options have no counterpart.</summary>
    public static MessageItem? Item(RewriteContext context, CallSite call, bool hasOptions = true)
    {
        if (TableEntries.IsProtocol(call) || call["role"] is not { } role || call["content"] is not { } content)
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return null;
        }

        if (hasOptions && OptionsVariable.Resolve(context, call["options"]) is { } options && options.Text() is not ("null" or "default"))
        {
            if (options is not BaseObjectCreationExpressionSyntax)
            {
                context.Block(options, "attachments and metadata of a message are given in another way");
                return null;
            }

            context.Leave(call, options, "a message has neither attachments nor metadata of its own: " + LostPlan.Shorten(options.Text()));
        }

        return MessageItem.Of(context, role, content);
    }
}
