using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>The conversations of a project, and the responses in one.</summary>
internal static class ConversationLists
{
    private static readonly string[] Pages = ["limit", "after", "before"];

    public static void AddTo(TableEntries entries, bool isAll = false, string threads = "Threads", string runs = "ThreadRuns")
    {
        entries.Calls[threads + ".GetThreads"] = (context, call) =>
            List(context, call, "Conversations.GetProjectConversations", _ => [], isAll);
        entries.Calls[runs + ".GetRuns"] = (context, call) =>
            List(context, call, "Responses.GetProjectResponses", text => ["conversationId: " + text["threadId"]], isAll);
    }

    /// <summary>Newest first, as legacy did where nothing else was said.</summary>
    private static void List(
        RewriteContext context, CallSite call, string method, Func<CallText, IEnumerable<string>> first, bool isAll)
    {
        bool isAscending = call["order"]?.Text().EndsWith(".Ascending", StringComparison.Ordinal) == true;
        if (call["order"] is { } order && order is not MemberAccessExpressionSyntax && order.Text() is not ("null" or "default"))
            context.Drop(order, "the order is said as \"asc\" or \"desc\"");

        if (isAll) context.Plan.Namespaces.Add("System.Linq");
        context.Replace(call, text =>
        {
            IEnumerable<string> given = Pages.Where(text.Has).Select(name => $"{name}: {text[name]}");
            string[] arguments = [.. first(text), $"order: \"{(isAscending ? "asc" : "desc")}\"", .. given];
            string list = $"{text.Receiver}.{method}{text.Async}({string.Join(", ", arguments)}{text.NamedCancel})";
            return list + (!isAll ? "" : call.IsAsync ? ".ReadAllAsync()" : ".ToList()");
        });
    }
}
