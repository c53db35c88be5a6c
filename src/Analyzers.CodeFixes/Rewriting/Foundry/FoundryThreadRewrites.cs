using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>A thread becomes a conversation of the project.</summary>
internal static class FoundryThreadRewrites
{
    private const string OwnFiles = "a conversation has no files of its own: give them to the tools of the agent";

    public static void AddTo(TableEntries entries)
    {
        entries.Types["PersistentAgentThread"] = "ProjectConversation";
        entries.Keep("PersistentAgentThread", "Id", "Metadata", "CreatedAt");
        entries.Lose("PersistentAgentThread", OwnFiles, "ToolResources");

        entries.Types["ThreadMessageOptions"] = "MessageResponseItem";
        entries.Creations["ThreadMessageOptions"] = (context, creation) =>
        {
            if (creation.ArgumentList is not { Arguments: { Count: 2 } arguments } || creation.Initializer is not null)
            {
                context.Block(creation, "a first message with attachments or metadata is rewritten by hand");
                return;
            }

            MessageItem item = MessageItem.Of(context, arguments[0].Expression, arguments[1].Expression);
            context.Replace(creation, _ => item.Text());
        };

        entries.Calls["Threads.CreateThread"] = Create;
        entries.Call("Threads.GetThread", call =>
            $"{call.Receiver}.Conversations.GetProjectConversation{call.Async}(conversationId: {call["threadId"]}{call.NamedCancel})");
        entries.Call("Threads.DeleteThread", call =>
            $"{call.Receiver}.DeleteConversation{call.Async}({call["threadId"]}{call.Cancel})");
        entries.Calls["Threads.UpdateThread"] = (context, call) =>
            context.Block(call.Invocation, "the metadata of a conversation is changed with 'UpdateProjectConversation'");
        entries.LoseCall("Threads.GetThreads", "conversations are listed by agent");
    }

    /// <summary>The initializer of a list, for options whose own lists cannot be replaced.</summary>
    private static string? Elements(ExpressionSyntax list) => list switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Text(),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Text(),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Text(),
        _ when list.GetType().Name == "CollectionExpressionSyntax" && !list.Text().Contains("..") =>
            "{ " + list.Text().Substring(1, list.Text().Length - 2) + " }",
        _ => null,
    };

    public static void Create(RewriteContext context, CallSite call)
    {
        if (call["toolResources"] is { } files && files.Text() is not ("null" or "default"))
            context.Leave(files, OwnFiles + ": " + LostPlan.Shorten(files.Text()));

        foreach (string list in (string[])["messages", "metadata"])
        {
            if (call[list] is { } given && given.Text() is not "null" && Elements(given) is null)
            {
                context.Block(given, $"write the {list} of the conversation out in the call");
                return;
            }
        }

        context.Replace(call, text =>
        {
            string start = $"{text.Receiver}.Conversations.CreateProjectConversation{text.Async}(";
            if (!text.Has("messages") && !text.Has("metadata")) return start + text.NamedCancel.TrimStart(',', ' ') + ")";

            List<string> options = [];
            if (text.Node("messages") is { } messages) options.Add("Items = " + Elements(messages));
            if (text.Node("metadata") is { } metadata) options.Add("Metadata = " + Elements(metadata));
            return $"{start}options: new() {{ {string.Join(", ", options)} }}{text.NamedCancel})";
        });
    }
}
