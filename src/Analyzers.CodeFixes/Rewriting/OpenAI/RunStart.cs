using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>The call that starts a run, with the messages before it and its own options.</summary>
internal static class RunStart
{
    public static void Plan(RewriteContext context, CallSite call)
    {
        if (!TryReadOptions(context, call, out ExpressionSyntax? options)) return;

        bool isOwnId = AgentSource.IsOwnId(context, call["assistantId"]);
        bool isStreaming = call.Name.EndsWith("Streaming", StringComparison.Ordinal);
        bool isBackground = !isStreaming && !context.Flows.IsAwaited(call.Invocation);
        bool makesThread = call.Name.StartsWith("CreateThreadAndRun", StringComparison.Ordinal);
        bool canAwait = ClientScope.CanAwait(call.Invocation);

        context.Replace(call, text =>
        {
            string definition = AgentSource.Definition(text.Node("assistantId")!, isOwnId);
            SyntaxNode? changes = options is null ? null : context.RewrittenNode(options);
            definition = RunOptionRewrites.Apply(definition, changes);
            List<string> files = [.. context.Flows.FilesOf(call.Invocation).Select(context.Rewritten)];
            if (files.Count > 0) definition += $".WithFiles({context.Collection("string", files)})";
            List<string> input = [.. context.Flows.FoldedInto(call.Invocation).Select(item => item.Text())];
            input.AddRange(RunOptionRewrites.Messages(changes));
            string thread = makesThread ? NewThread(text, canAwait) : text["threadId"];
            return Response(
                text.Receiver, isStreaming, text.Async, definition, thread,
                input.Count == 0 ? null : context.Collection("ResponseItem", input), isBackground, Cancel(context, call, text));
        });
    }

    /// <summary>The options that it is given, with a note of those that v2 lacks; false where it stays as it is.</summary>
    public static bool TryReadOptions(RewriteContext context, CallSite call, out ExpressionSyntax? options)
    {
        options = null;
        if (TableEntries.IsProtocol(call))
        {
            context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            return false;
        }

        options = OptionsVariable.Resolve(context, call["options"] ?? call["runOptions"]);
        if (RunOptionRewrites.Problem(options) is { } problem)
        {
            context.Block(options!, problem);
            return false;
        }

        RunOptionRewrites.NoteLost(context, call, options);
        AgentSource.Check(context, call["assistantId"]);
        return true;
    }

    public static string Response(
        string client, bool isStreaming, string async, string definition, string conversation, string? input,
        bool isBackground, string cancel) =>
        $"{client}.Responses.CreateResponse{(isStreaming ? "Streaming" : "")}{async}({definition}.ForResponse({conversation}"
        + (input is null ? "" : ", " + input)
        + (isBackground ? ", background: true" : "") + (isStreaming ? ", streaming: true" : "") + $"){cancel})";

    public static string Cancel(RewriteContext context, CallSite call, CallText text) =>
        context.Flows.TokenOf(call.Invocation) is { } token ? ", " + token.Text() : text.Cancel;

    private static string NewThread(CallText call, bool canAwait)
    {
        string options = ThreadRewrites.Options(call, "threadOptions");
        return canAwait
            ? $"(await {call.Receiver}.Conversations.CreateConversationAsync({options}{call.Cancel})).Value.Id"
            : $"{call.Receiver}.Conversations.CreateConversation({options}{call.Cancel}).Value.Id";
    }
}
