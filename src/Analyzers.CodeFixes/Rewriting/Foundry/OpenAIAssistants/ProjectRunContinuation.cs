using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;

/// <summary>Tool outputs are the input of a next response, of the same agent with the same options.</summary>
internal static class ProjectRunContinuation
{
    public static void Plan(RewriteContext context, CallSite call)
    {
        if (TableEntries.IsProtocol(call) || call["runId"] is not { } runId)
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return;
        }

        CallSite? start = RunContinuation.StartOf(context, call);
        ExpressionSyntax? options = start is null ? null : OptionsVariable.Resolve(context, start["options"] ?? start["runOptions"]);
        if (options is not null && !RunOptionRewrites.IsConstant(context, options))
        {
            context.Block(options, "these options are needed for the tool outputs too: give their values names");
            return;
        }

        ExpressionSyntax? known = Repeated(start?["assistantId"]);
        bool isOwnId = known is MemberAccessExpressionSyntax && AgentSource.IsOwnId(context, known);
        bool isStreaming = call.Name.EndsWith("Streaming", StringComparison.Ordinal);
        bool isBackground = !isStreaming && (start is null || !context.Flows.IsAwaited(start.Invocation));
        bool canAwait = call.IsAsync && ClientScope.CanAwait(call.Invocation);
        context.Replace(call, text =>
        {
            ResponseRequest request = ResponseRequest.Of(context, options, isBackground, isStreaming);
            request.Input = text["toolOutputs"];
            string id = known is null ? IdOf(text, runId, canAwait) : context.Rewritten(known);
            string agent = isOwnId
                ? context.RewrittenNode(((MemberAccessExpressionSyntax)known!).Expression).AsReceiver()
                : ProjectRuns.Fetched(text, id, canAwait);
            return request.Text(context, text, id, agent, text["threadId"], text.Cancel);
        });
    }

    /// <summary>An id that can be said twice.</summary>
    private static ExpressionSyntax? Repeated(ExpressionSyntax? id) => id is null ? null : Code.WithoutParentheses(id) switch
    {
        IdentifierNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: IdentifierNameSyntax } } access => access,
        _ => null,
    };

    /// <summary>The id of the agent that the response before was made with.</summary>
    private static string IdOf(CallText call, ExpressionSyntax runId, bool canAwait)
    {
        if (Code.WithoutParentheses(runId) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" }
            && call.Node("runId") is MemberAccessExpressionSyntax run)
            return run.Expression.AsReceiver() + ".GetAgentId()";

        string response = canAwait
            ? $"(await {call.Receiver}.Responses.GetResponseAsync({call["runId"]}{call.Cancel}))"
            : $"{call.Receiver}.Responses.GetResponse({call["runId"]}{call.Cancel})";
        return response + ".Value.GetAgentId()";
    }
}
