using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Starting a run and going on with it: requests to the responses of one agent in one conversation.</summary>
internal static class FoundryRunStart
{
    /// <summary>What Foundry refuses beside an agent.</summary>
    private static readonly string[] Refused =
    [
        "overrideModelName", "overrideInstructions", "overrideTools", "temperature", "topP", "maxPromptTokens", "maxCompletionTokens",
        "truncationStrategy", "toolChoice", "responseFormat", "parallelToolCalls", "metadata", "include", "toolResources",
    ];

    public static void Plan(RewriteContext context, CallSite call)
    {
        if (TableEntries.IsProtocol(call) || call["options"] is not null)
        {
            context.Block(call.Invocation, "a run with an object of options is rewritten by hand");
            return;
        }

        foreach (string name in Refused)
        {
            bool isDefault = name == "parallelToolCalls" && call[name]?.Text() == "true";
            if (!isDefault && call[name] is { } given && given.Text() is not ("null" or "default"))
                context.Leave(given, $"an agent version takes no '{name}' of a single response: make a version that has it");
        }

        ExpressionSyntax? agentId = call["assistantId"] ?? call["agentId"];
        AgentSource.Check(context, agentId);
        bool isStreaming = call.Name.EndsWith("Streaming", StringComparison.Ordinal);
        bool isBackground = !isStreaming && !context.Flows.IsAwaited(call.Invocation);
        context.Replace(call, text =>
        {
            List<string> input = [.. context.Flows.FoldedInto(call.Invocation).Select(item => item.Text())];
            if (text.Has("additionalInstructions"))
                input.Insert(0, $"ResponseItem.CreateDeveloperMessageItem({text["additionalInstructions"]})");
            string agent = text.Has("agent") ? text.Node("agent")!.AsReceiver() + ".Id" : text[agentId == call["agentId"] ? "agentId" : "assistantId"];
            string thread = text.Has("thread") ? text.Node("thread")!.AsReceiver() + ".Id" : text["threadId"];
            string items = text.Has("additionalMessages")
                ? $"{(input.Count == 0 ? "" : $"new ResponseItem[] {{ {string.Join(", ", input)} }}.Concat(")}{text["additionalMessages"]}{(input.Count == 0 ? "" : ")")}"
                : input.Count == 0 ? "" : context.Collection("ResponseItem", input);
            return Response(text, agent, thread, items, isBackground, isStreaming);
        });
    }

    public static void Continue(RewriteContext context, CallSite call)
    {
        if (TableEntries.IsProtocol(call) || (call["toolApprovals"] is { } approvals && approvals.Text() != "null"))
        {
            context.Block(call.Invocation, "approvals of tools are items of the next response");
            return;
        }

        if (RunContinuation.StartOf(context, call) is not { } start || AgentOf(start) is not { } agent)
        {
            context.Block(call.Invocation, "name the agent whose response this goes on with");
            return;
        }

        bool isStreaming = call.Name.EndsWith("Stream", StringComparison.Ordinal);
        bool isBackground = !isStreaming && !context.Flows.IsAwaited(start.Invocation);
        context.Replace(call, text =>
        {
            string thread = text.Has("run")
                ? text.Node("run")!.AsReceiver() + ".ConversationOptions.ConversationId"
                : text["threadId"];
            return Response(text, agent, thread, text["toolOutputs"], isBackground, isStreaming);
        });
    }

    /// <summary>The agent's id, if it can be said twice.</summary>
    private static string? AgentOf(CallSite start)
    {
        if (start["agent"] is IdentifierNameSyntax agent) return agent.Text() + ".Id";
        return (start["assistantId"] ?? start["agentId"]) switch
        {
            IdentifierNameSyntax id => id.Text(),
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } id => id.Text(),
            _ => null,
        };
    }

    private static string Response(
        CallText text, string agent, string thread, string items, bool isBackground, bool isStreaming)
    {
        List<string> arguments = items.Length == 0 ? [] : [items];
        if (isBackground) arguments.Add("background: true");
        if (isStreaming) arguments.Add("streaming: true");
        return $"{text.Receiver}.ResponsesOf({agent}, {thread}).CreateResponse{(isStreaming ? "Streaming" : "")}{text.Async}("
            + $"AgentRequest.Create({string.Join(", ", arguments)}){text.Cancel})";
    }
}
