using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;

/// <summary>Starting a run: a response of an agent version in a conversation.</summary>
internal static class ProjectRuns
{
    public static void AddTo(TableEntries entries)
    {
        foreach (string start in (string[])["CreateRun", "CreateRunStreaming", "CreateThreadAndRun", "CreateThreadAndRunStreaming"])
            entries.Calls["AssistantClient." + start] = Start;
        entries.Calls["AssistantClient.SubmitToolOutputsToRun"] = ProjectRunContinuation.Plan;
        entries.Calls["AssistantClient.SubmitToolOutputsToRunStreaming"] = ProjectRunContinuation.Plan;
    }

    private static void Start(RewriteContext context, CallSite call)
    {
        if (!RunStart.TryReadOptions(context, call, out ExpressionSyntax? options)) return;

        bool makesThread = call.Name.StartsWith("CreateThreadAndRun", StringComparison.Ordinal);
        bool isStreaming = call.Name.EndsWith("Streaming", StringComparison.Ordinal);
        bool isBackground = !isStreaming && !context.Flows.IsAwaited(call.Invocation);
        bool isOwnId = AgentSource.IsOwnId(context, call["assistantId"]);
        bool canAwait = call.IsAsync && ClientScope.CanAwait(call.Invocation);
        ExpressionSyntax? newThread = makesThread ? OptionsVariable.Resolve(context, call["threadOptions"]) : null;
        context.Replace(call, text =>
        {
            ResponseRequest request = ResponseRequest.Of(context, options, isBackground, isStreaming);
            request.Files.AddRange(context.Flows.FilesOf(call.Invocation).Select(context.Rewritten));
            List<string> input = [.. context.Flows.FoldedInto(call.Invocation).Select(item => item.Text())];
            input.AddRange(RunOptionRewrites.Messages(options is null ? null : context.RewrittenNode(options)));
            request.Input = input.Count == 0 ? "" : context.Collection("ResponseItem", input);
            string thread = makesThread ? NewThread(context, newThread, text, canAwait) : text["threadId"];
            string cancel = RunStart.Cancel(context, call, text);
            string id = text["assistantId"];
            string agent = isOwnId && Code.WithoutParentheses(text.Node("assistantId")!) is MemberAccessExpressionSyntax own
                ? own.Expression.AsReceiver()
                : Fetched(text, id, canAwait);
            return request.Text(context, text, id, agent, thread, cancel);
        });
    }

    /// <summary>The agent version behind an id.</summary>
    public static string Fetched(CallText call, string id, bool canAwait) => canAwait
        ? $"(await {call.Receiver}.GetAgentAsync({id}{call.Cancel})).Value"
        : $"{call.Receiver}.GetAgent({id}{call.Cancel}).Value";

    private static string NewThread(RewriteContext context, ExpressionSyntax? options, CallText text, bool canAwait)
    {
        string create = $"{text.Receiver}.Conversations.CreateProjectConversation{(canAwait ? "Async" : "")}("
            + ProjectThreads.Options(context, options, text) + ")";
        return canAwait ? $"(await {create}).Value.Id" : create + ".Value.Id";
    }
}
