using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Starting a run and going on with it: requests to the responses of one agent in one conversation.</summary>
internal static class FoundryRunStart
{
    public static void Plan(RewriteContext context, CallSite call)
    {
        if (RunSettings.Of(context, call) is not { } settings) return;

        bool makesThread = call.Name == "CreateThreadAndRun";
        if (makesThread && !ConversationOptions.TryPlan(context, settings.NewThread)) return;

        settings.DropRefused(context);
        AgentSource.Check(context, settings.AgentId);
        bool isStreaming = call.Name.EndsWith("Streaming", StringComparison.Ordinal);
        bool isBackground = !isStreaming && !context.Flows.IsAwaited(call.Invocation);
        bool canAwait = call.IsAsync && ClientScope.CanAwait(call.Invocation);
        context.Replace(call, text =>
        {
            string agent = settings.Agent is { } given
                ? context.RewrittenNode(given).AsReceiver() + ".Id"
                : context.Rewritten(settings.AgentId!);
            string thread = makesThread ? NewThread(context, text, settings.NewThread, canAwait)
                : settings["thread"] is { } own ? context.RewrittenNode(own).AsReceiver() + ".Id"
                : context.Rewritten(settings["threadId"]!);
            string cancel = RunStart.Cancel(context, call, text);
            return Response(text, agent, thread, Input(context, call, settings), isBackground, isStreaming, cancel);
        });
    }

    private static string Input(RewriteContext context, CallSite call, RunSettings settings)
    {
        List<string> input = [.. context.Flows.FoldedInto(call.Invocation).Select(item => item.Text())];
        if (settings["additionalInstructions"] is { } additional)
            input.Insert(0, $"ResponseItem.CreateDeveloperMessageItem({context.Rewritten(additional)})");
        if (settings["additionalMessages"] is not { } messages)
            return input.Count == 0 ? "" : context.Collection("ResponseItem", input);

        string more = context.Rewritten(messages);
        return input.Count == 0 ? more : $"new ResponseItem[] {{ {string.Join(", ", input)} }}.Concat({more})";
    }

    private static string NewThread(RewriteContext context, CallText call, ExpressionSyntax? options, bool canAwait)
    {
        string create = $"{call.Receiver}.Conversations.CreateProjectConversation{(canAwait ? "Async" : "")}("
            + ConversationOptions.Text(context, options, call.NamedCancel) + ")";
        return canAwait ? $"(await {create}).Value.Id" : create + ".Value.Id";
    }

    public static void Continue(RewriteContext context, CallSite call)
    {
        if (RunContinuation.StartOf(context, call) is not { } start || AgentOf(context, start) is not { } agent)
        {
            context.Block(call.Invocation, "name the agent whose response this goes on with");
            return;
        }

        if (call["toolApprovals"] is not null) context.Plan.Namespaces.Add("System.Linq");
        bool isStreaming = call.Name.EndsWith("Stream", StringComparison.Ordinal);
        bool isBackground = !isStreaming && !context.Flows.IsAwaited(start.Invocation);
        context.Replace(call, text =>
        {
            string thread = text.Has("run")
                ? text.Node("run")!.AsReceiver() + ".ConversationOptions.ConversationId"
                : text["threadId"];
            string answers = text.Has("toolOutputs") && text.Has("toolApprovals")
                ? $"{text.Node("toolOutputs")!.AsReceiver()}.Concat<ResponseItem>({text["toolApprovals"]})"
                : text[text.Has("toolApprovals") ? "toolApprovals" : "toolOutputs"];
            return Response(text, agent(), thread, answers, isBackground, isStreaming, text.Cancel);
        });
    }

    /// <summary>The agent's id, if it can be said twice.</summary>
    private static Func<string>? AgentOf(RewriteContext context, CallSite start)
    {
        if (RunSettings.Of(context, start) is not { } settings) return null;
        if (settings.Agent is IdentifierNameSyntax agent) return () => agent.Text() + ".Id";

        return settings.AgentId is IdentifierNameSyntax || (settings.AgentId is MemberAccessExpressionSyntax id && IsOfVariable(id))
            ? () => context.Rewritten(settings.AgentId)
            : null;
    }

    /// <summary>True for <c>agent.Id</c> and <c>answer.Value.Id</c>.</summary>
    private static bool IsOfVariable(MemberAccessExpressionSyntax id) => id.Expression is IdentifierNameSyntax
        or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: IdentifierNameSyntax };

    private static string Response(
        CallText text, string agent, string thread, string items, bool isBackground, bool isStreaming, string cancel)
    {
        List<string> arguments = items.Length == 0 ? [] : [items];
        if (isBackground) arguments.Add("background: true");
        if (isStreaming) arguments.Add("streaming: true");
        return $"{text.Receiver}.ResponsesOf({agent}, {thread}).CreateResponse{(isStreaming ? "Streaming" : "")}{text.Async}("
            + $"AgentRequest.Create({string.Join(", ", arguments)}){cancel})";
    }
}
