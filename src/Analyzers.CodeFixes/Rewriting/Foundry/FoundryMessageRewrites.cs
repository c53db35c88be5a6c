using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Messages as items of a conversation.</summary>
internal static class FoundryMessageRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["PersistentThreadMessage"] = "MessageResponseItem";
        entries.Types["MessageRole"] = "MessageRole";
        entries.Types["ListSortOrder"] = "ListSortOrder";
        entries.Keep("PersistentThreadMessage", "Id", "Role", "Status");
        entries.Members["PersistentThreadMessage.ContentItems"] = MemberRule.By((context, use) =>
            Planner.PlanPath(context, use, context.Facts.UsesImages ? "GetParts()" : "Content"));
        entries.Members["PersistentThreadMessage.CreatedAt"] = MemberRule.By(MessageTimes.Plan);
        entries.Members["PersistentThreadMessage.RunId"] = "GetResponseId()";
        entries.Members["PersistentThreadMessage.AssistantId"] = "GetAgentId()";
        entries.Lose("PersistentThreadMessage", Lost("metadata"), "Metadata");
        entries.Lose("PersistentThreadMessage", Lost("attachments"), "Attachments");
        entries.Lose("PersistentThreadMessage", "an item does not say which conversation it is of: keep the id that it was asked for with", "ThreadId");
        entries.Keep("MessageRole", "User");
        entries.Members["MessageRole.Agent"] = "Assistant";
        entries.Keep("ListSortOrder", "Ascending", "Descending");

        entries.Calls["ThreadMessages.CreateMessage"] = (context, call) =>
        {
            if (Item(context, call) is not { } item) return;
            context.Replace(call, text =>
                $"{text.Receiver}.Conversations.CreateMessage{text.Async}({text["threadId"]}, {item.Text()}{text.Cancel})");
        };
        entries.Calls["ThreadMessages.GetMessages"] = List;
        entries.Call("ThreadMessages.GetMessage", call =>
            $"{call.Receiver}.Conversations.GetMessage{call.Async}({call["threadId"]}, {call["messageId"]}{call.Cancel})");
        entries.LoseCall("ThreadMessages.UpdateMessage", "an item of a conversation cannot be changed");
        entries.Call("ThreadMessages.DeleteMessage", call =>
            $"{call.Receiver}.Conversations.DeleteConversationItem{call.Async}({call["threadId"]}, {call["messageId"]})");
    }

    public static MessageItem? Item(RewriteContext context, CallSite call)
    {
        // Before a run a call is looked at here that nobody rewrites.
        if (TableEntries.IsProtocol(call) || call["role"] is not { } role || (call["content"] ?? call["contentBlocks"]) is not { } content)
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return null;
        }

        foreach (string extra in (string[])["attachments", "fileIds", "metadata"])
        {
            if (call[extra] is { } given && given.Text() is not ("null" or "default"))
                context.Drop(given, Lost(extra) + ": " + LostPlan.Shorten(given.Text()));
        }

        return MessageItem.Of(context, role, content);
    }

    /// <summary>A whole list at once, as the pages of the previews were taken for.</summary>
    public static void ListAll(RewriteContext context, CallSite call) => List(context, call, "ListMessages");

    private static void List(RewriteContext context, CallSite call) => List(context, call, "GetMessages");

    private static string Lost(string extra) => extra == "metadata"
        ? "a message has no metadata of its own"
        : "a message has no files of its own, give them to the tools of the agent";

    private static void List(RewriteContext context, CallSite call, string method)
    {
        if (call["before"] is { } before) context.Drop(before, "items are listed forwards only");
        bool isAscending = call["order"]?.Text().EndsWith(".Ascending", StringComparison.Ordinal) == true;
        bool isOfRun = call["runId"] is { } run && run.Text() is not ("null" or "default");
        context.Replace(call, text => (isOfRun
                ? $"{text.Receiver}.Responses.{method}Of{text.Async}({text["runId"]}"
                : $"{text.Receiver}.Conversations.{method}{text.Async}({text["threadId"]}")
            + (isAscending ? ", ascending: true" : "")
            + (!isOfRun && text.Has("after") ? ", after: " + text["after"] : "")
            + (!isOfRun && text.Has("limit") ? ", pageSize: " + text["limit"] : "") + text.NamedCancel + ")");
    }
}
