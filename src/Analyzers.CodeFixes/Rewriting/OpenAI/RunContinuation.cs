using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Tool outputs are the input of a next response with the same definition.</summary>
internal static class RunContinuation
{
    public static void Plan(RewriteContext context, CallSite call)
    {
        if (TableEntries.IsProtocol(call) || call["runId"] is not { } runId)
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return;
        }

        CallSite? start = StartOf(context, call);
        bool isStreaming = call.Name.EndsWith("Streaming", StringComparison.Ordinal);
        bool isBackground = !isStreaming && (start is null || !context.Flows.IsAwaited(start.Invocation));
        ExpressionSyntax? options = start is null
            ? null
            : OptionsVariable.Resolve(context, start["options"] ?? start["runOptions"]);
        string? known = start is null ? null : Known(context, start, options);
        if (known is null && options is not null && options.Text() is not ("null" or "default"))
        {
            context.Block(options, "a definition with these options is needed for the tool outputs too: give it a name");
            return;
        }

        bool canAwait = ClientScope.CanAwait(call.Invocation);
        context.Replace(call, text =>
        {
            string definition = known ?? $"AgentDefinition.Of({Run(text, runId, canAwait)})";
            if (known is not null && start is not null)
                definition = RunOptionRewrites.Apply(definition, options is null ? null : context.RewrittenNode(options));
            return RunStart.Response(
                text.Receiver, isStreaming, text.Async, definition, text["threadId"], text["toolOutputs"], isBackground, text.Cancel);
        });
    }

    /// <summary>The definition as the start of the run names it, if that can be said twice.</summary>
    private static string? Known(RewriteContext context, CallSite start, ExpressionSyntax? options)
    {
        if (start["assistantId"] is not { } id || Code.WithoutParentheses(id) is not { } plain) return null;
        if (options is not null && !RunOptionRewrites.IsConstant(context, options)) return null;
        if (AgentSource.IsOwnId(context, plain))
        {
            ExpressionSyntax owner = ((MemberAccessExpressionSyntax)plain).Expression;
            return owner is IdentifierNameSyntax ? owner.Text() : null;
        }

        return plain is IdentifierNameSyntax ? $"AgentDefinition.Get({plain.Text()})" : null;
    }

    private static string Run(CallText text, ExpressionSyntax runId, bool canAwait)
    {
        if (Code.WithoutParentheses(runId) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" }
            && text.Node("runId") is MemberAccessExpressionSyntax visited)
            return visited.Expression.Text();
        return canAwait
            ? $"await {text.Receiver}.Responses.GetResponseAsync({text["runId"]}{text.Cancel})"
            : $"{text.Receiver}.Responses.GetResponse({text["runId"]}{text.Cancel})";
    }

    /// <summary>The one start of a run in the same function.</summary>
    public static CallSite? StartOf(RewriteContext context, CallSite call)
    {
        CallSite? found = null;
        foreach (SyntaxNode node in Code.OwnNodes(Code.FunctionOf(call.Invocation)))
        {
            if (node is not InvocationExpressionSyntax other || !RunFlows.IsStart(context, other, out IMethodSymbol? method)) continue;
            if (found is not null) return null;
            found = new CallSite(other, method!);
        }

        return found;
    }
}
