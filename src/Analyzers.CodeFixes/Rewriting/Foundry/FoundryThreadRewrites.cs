using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>A thread becomes a conversation of the project.</summary>
internal static class FoundryThreadRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["PersistentAgentThread"] = "ProjectConversation";
        entries.Keep("PersistentAgentThread", "Id", "Metadata", "CreatedAt");
        entries.Lose("PersistentAgentThread", ThreadRewrites.OwnFiles, "ToolResources");

        foreach (string type in (string[])["ThreadMessageOptions", "ThreadInitializationMessage"])
        {
            entries.Types[type] = "MessageResponseItem";
            entries.Creations[type] = ThreadRewrites.FirstMessage;
        }

        foreach (string type in (string[])["PersistentAgentThreadCreationOptions", "AgentThreadCreationOptions", "AssistantThreadCreationOptions"])
        {
            entries.Types[type] = type;
            entries.Keep(type, "Messages", "Metadata", "ToolResources");
        }

        entries.Calls["Threads.CreateThread"] = Create;
        entries.Call("Threads.GetThread", call =>
            $"{call.Receiver}.Conversations.GetProjectConversation{call.Async}(conversationId: {call["threadId"]}{call.NamedCancel})");
        entries.Call("Threads.DeleteThread", call =>
            $"{call.Receiver}.DeleteConversation{call.Async}({call["threadId"]}{call.Cancel})");
        entries.Calls["Threads.UpdateThread"] = Update;
    }

    private static void Create(RewriteContext context, CallSite call)
    {
        // The oldest SDK has an object where the others have arguments.
        ExpressionSyntax? body = call.OfType("AssistantThreadCreationOptions");
        if (!(body is null ? ConversationOptions.TryPlan(context, call) : ConversationOptions.TryPlan(context, body))) return;

        context.Replace(call, text => $"{text.Receiver}.Conversations.CreateProjectConversation{text.Async}("
            + (body is null
                ? ConversationOptions.Text(context, call, text.NamedCancel)
                : ConversationOptions.Text(context, body, text.NamedCancel)) + ")");
    }

    private static void Update(RewriteContext context, CallSite call)
    {
        if (call["metadata"] is null)
            context.Block(call.Invocation, "of a conversation only the metadata is changed, with 'UpdateProjectConversation'");
        else if (ConversationOptions.TryPlan(context, call))
            context.Replace(call, text => $"{text.Receiver}.Conversations.UpdateProjectConversation{text.Async}("
                + $"conversationId: {text["threadId"]}, {ConversationOptions.Text(context, call, text.NamedCancel)})");
    }
}
