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

        BaseObjectCreationExpressionSyntax? options = OptionsOf(context, call);
        if (options is null && call["createRunOptions"] is { } other)
        {
            context.Block(other, "write the options of the run out in the call");
            return;
        }

        foreach (AssignmentExpressionSyntax option in options?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            if (option.Left.Text() != "AdditionalInstructions")
                context.Leave(option, $"an agent version takes no '{option.Left.Text()}' of a single response: make a version that has it");
        }

        ExpressionSyntax? agentId = call["assistantId"] ?? call["agentId"] ?? options?.ArgumentList?.Arguments[0].Expression;
        AgentSource.Check(context, agentId);
        bool isStreaming = call.Name.EndsWith("Streaming", StringComparison.Ordinal);
        bool isBackground = !isStreaming && !context.Flows.IsAwaited(call.Invocation);
        context.Replace(call, text =>
        {
            List<string> input = [.. context.Flows.FoldedInto(call.Invocation).Select(item => item.Text())];
            if (Additional(text, options) is { } additional)
                input.Insert(0, $"ResponseItem.CreateDeveloperMessageItem({(options is null ? additional.Text() : context.Rewritten(additional))})");
            string agent = (text.Node("agent") ?? text.Node("assistant")) is { } given
                ? given.AsReceiver() + ".Id"
                : context.Rewritten(agentId!);
            string thread = text.Has("thread") ? text.Node("thread")!.AsReceiver() + ".Id" : text["threadId"];
            string items = text.Has("additionalMessages")
                ? $"{(input.Count == 0 ? "" : $"new ResponseItem[] {{ {string.Join(", ", input)} }}.Concat(")}{text["additionalMessages"]}{(input.Count == 0 ? "" : ")")}"
                : input.Count == 0 ? "" : context.Collection("ResponseItem", input);
            return Response(text, agent, thread, items, isBackground, isStreaming);
        });
    }

    /// <summary>The options of the oldest SDK, which name the assistant too.</summary>
    private static BaseObjectCreationExpressionSyntax? OptionsOf(RewriteContext context, CallSite call) =>
        OptionsVariable.Resolve(context, call["createRunOptions"]) is BaseObjectCreationExpressionSyntax
        { ArgumentList.Arguments.Count: 1 } options
            ? options
            : null;

    private static ExpressionSyntax? Additional(CallText text, BaseObjectCreationExpressionSyntax? options) => options is null
        ? text.Has("additionalInstructions") ? text.Node("additionalInstructions") : null
        : options.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(option => option.Left.Text() == "AdditionalInstructions")?.Right;

    public static void Continue(RewriteContext context, CallSite call)
    {
        if (TableEntries.IsProtocol(call) || (call["toolApprovals"] is { } approvals && approvals.Text() != "null"))
        {
            context.Block(call.Invocation, "approvals of tools are items of the next response");
            return;
        }

        if (RunContinuation.StartOf(context, call) is not { } start || AgentOf(context, start) is not { } agent)
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
    private static string? AgentOf(RewriteContext context, CallSite start)
    {
        if ((start["agent"] ?? start["assistant"]) is IdentifierNameSyntax agent) return agent.Text() + ".Id";
        return (start["assistantId"] ?? start["agentId"] ?? OptionsOf(context, start)?.ArgumentList!.Arguments[0].Expression) switch
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
