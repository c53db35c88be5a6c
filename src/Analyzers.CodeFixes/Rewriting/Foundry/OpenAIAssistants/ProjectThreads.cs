using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;

/// <summary>A thread becomes a conversation of the project, whose types have other names in 3.0.</summary>
internal static class ProjectThreads
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["AssistantThread"] = "ProjectConversation";
        entries.Types["ThreadCreationOptions"] = "ProjectConversationCreationOptions";
        entries.Types["ThreadModificationOptions"] = "ProjectConversationUpdateOptions";
        entries.Types["ThreadDeletionResult"] = "bool";
        entries.Types["ThreadInitializationMessage"] = "MessageResponseItem";

        entries.Keep("AssistantThread", "Id", "Metadata", "CreatedAt");
        entries.Keep("ThreadCreationOptions", "Metadata");
        entries.Members["ThreadCreationOptions.InitialMessages"] = "Items";
        entries.Keep("ThreadModificationOptions", "Metadata");
        foreach (string type in (string[])["AssistantThread", "ThreadCreationOptions", "ThreadModificationOptions"])
            entries.Lose(type, ThreadRewrites.OwnFiles, "ToolResources");
        entries.Members["ThreadDeletionResult.Deleted"] = MemberRule.By(AgentRewrites.Self("the result of deleting a thread is a bool now"));
        entries.Lose("ThreadDeletionResult", "the answer to a deletion says no more than whether it was done", "ThreadId");
        entries.Creations["ThreadInitializationMessage"] = ThreadRewrites.FirstMessage;
        entries.Conversions[("String", "ThreadInitializationMessage")] = "ResponseItem.CreateUserMessageItem({0})";

        const string Client = "AssistantClient.";
        entries.Calls[Client + "CreateThread"] = (context, call) => Plan(context, call, (text, options) =>
            $"{text.Receiver}.Conversations.CreateProjectConversation{text.Async}({options})");
        entries.Calls[Client + "ModifyThread"] = (context, call) => Plan(context, call, (text, options) =>
            $"{text.Receiver}.Conversations.UpdateProjectConversation{text.Async}(conversationId: {text["threadId"]}, {options})");
        entries.Call(Client + "GetThread", call =>
            $"{call.Receiver}.Conversations.GetProjectConversation{call.Async}(conversationId: {call["threadId"]}{call.NamedCancel})");
        entries.Call(Client + "DeleteThread", call =>
            $"{call.Receiver}.DeleteConversation{call.Async}({call["threadId"]}{call.Cancel})");
    }

    /// <summary>The options as an argument with the token behind it: without the name of their type where they are written out.</summary>
    public static string Options(RewriteContext context, ExpressionSyntax? options, CallText call)
    {
        if (options is null || options.Text() is "null" or "default") return call.NamedCancel.TrimStart(',', ' ');

        string text = context.RewrittenNode(options) is not BaseObjectCreationExpressionSyntax made ? context.Rewritten(options)
            : made.Initializer is { Expressions.Count: > 0 } settings ? "new()" + Before(settings) + settings.Text()
            : "new()";
        return $"options: {text}{call.NamedCancel}";

        // A brace on a line of its own stays there.
        static string Before(InitializerExpressionSyntax settings) =>
            settings.OpenBraceToken.GetPreviousToken().TrailingTrivia.ToFullString() is { Length: > 0 } space ? space : " ";
    }

    private static void Plan(RewriteContext context, CallSite call, Func<CallText, string, string> text)
    {
        if (TableEntries.IsProtocol(call))
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return;
        }

        ExpressionSyntax? options = OptionsVariable.Resolve(context, call["options"]);
        context.Replace(call, visited => text(visited, Options(context, options, visited)));
    }
}
