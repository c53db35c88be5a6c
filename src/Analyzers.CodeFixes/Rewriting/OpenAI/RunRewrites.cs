using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>A run becomes a response: awaited to its end where the code only waited for it, in the background elsewhere.</summary>
internal static class RunRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["ThreadRun"] = "ResponseResult";
        entries.Types["RequiredAction"] = "FunctionCallResponseItem";
        entries.Types["ToolOutput"] = "FunctionCallOutputResponseItem";
        entries.Types["RunError"] = "ResponseError";
        entries.Types["RunErrorCode"] = "ResponseErrorCode";
        entries.Types["RunIncompleteDetails"] = "ResponseIncompleteStatusDetails";
        entries.Types["RunIncompleteReason"] = "ResponseIncompleteStatusReason";
        entries.Types["RunTokenUsage"] = "ResponseTokenUsage";

        entries.Keep("ThreadRun", "Id", "CreatedAt", "Model", "Temperature", "Metadata", "MaxOutputTokenCount", "Tools");
        entries.Members["ThreadRun.Usage"] = MemberRule.By((context, use) =>
        {
            if (context.Facts.UsesFunctions) context.Leave(use.Whole, "this counts one response: add those that asked for functions");
            Planner.PlanPath(context, use, "Usage");
        });
        entries.Members["ThreadRun.ThreadId"] = "ConversationOptions.ConversationId";
        entries.Members["ThreadRun.AssistantId"] = "GetAgentId()";
        entries.Members["ThreadRun.LastError"] = "Error";
        entries.Members["ThreadRun.IncompleteDetails"] = "IncompleteStatusDetails";
        entries.Members["ThreadRun.NucleusSamplingFactor"] = "TopP";
        entries.Members["ThreadRun.AllowParallelToolCalls"] = "ParallelToolCallsEnabled";
        entries.Members["ThreadRun.RequiredActions"] = MemberRule.By(RequiredActions);
        entries.Lose("ThreadRun", "a response does not have this", "StartedAt", "ExpiresAt", "CompletedAt", "CancelledAt",
            "FailedAt", "MaxInputTokenCount", "Instructions", "TruncationStrategy", "ToolConstraint", "ResponseFormat");

        entries.Keep("RunError", "Code", "Message");
        entries.Keep("RunErrorCode", "ServerError", "RateLimitExceeded", "InvalidPrompt");
        entries.Keep("RunIncompleteDetails", "Reason");
        entries.Members["RunIncompleteReason.MaxOutputTokenCount"] = "MaxOutputTokens";
        entries.Lose("RunIncompleteReason", "a response is not cut for the length of its input", "MaxInputTokenCount");
        entries.Keep("RunTokenUsage", "InputTokenCount", "OutputTokenCount", "TotalTokenCount");

        entries.Members["RequiredAction.ToolCallId"] = "CallId";
        entries.Keep("RequiredAction", "FunctionName");
        entries.Members["RequiredAction.FunctionArguments"] = "FunctionArguments.ToString()";
        entries.Members["ToolOutput.ToolCallId"] = "CallId";
        entries.Members["ToolOutput.Output"] = "FunctionOutput";
        entries.Creations["ToolOutput"] = Output;

        entries.Call("AssistantClient.GetRun", call =>
            $"{call.Receiver}.Responses.GetResponse{call.Async}({call["runId"]}{call.Cancel})");
        entries.Call("AssistantClient.CancelRun", call =>
            $"{call.Receiver}.Responses.CancelResponse{call.Async}({call["runId"]}{call.Cancel})");
        entries.LoseCall("AssistantClient.GetRuns", "responses are not listed by conversation: keep their ids");
        entries.LoseCall("AssistantClient.ModifyRun", "a response cannot be changed");
        entries.Types["RunModificationOptions"] = "object";
        entries.Members["RunModificationOptions.Metadata"] = "Metadata";
    }

    public static void AddCalls(TableEntries entries)
    {
        entries.Calls["AssistantClient.CreateRun"] = RunStart.Plan;
        entries.Calls["AssistantClient.CreateRunStreaming"] = RunStart.Plan;
        entries.Calls["AssistantClient.CreateThreadAndRun"] = RunStart.Plan;
        entries.Calls["AssistantClient.CreateThreadAndRunStreaming"] = RunStart.Plan;
        entries.Calls["AssistantClient.SubmitToolOutputsToRun"] = RunContinuation.Plan;
        entries.Calls["AssistantClient.SubmitToolOutputsToRunStreaming"] = RunContinuation.Plan;
    }

    private static void RequiredActions(RewriteContext context, MemberUse use)
    {
        if (use.Access is not { } access)
        {
            context.Block(use.Whole, "ask the response for its function calls");
            return;
        }

        context.Plan.Namespaces.Add("System.Linq");
        bool isLoop = Code.Outermost(access).Parent is CommonForEachStatementSyntax;
        Planner.PlanPath(context, use, "OutputItems.OfType<FunctionCallResponseItem>()" + (isLoop ? "" : ".ToList()"));
    }

    private static void Output(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments.Count: 2 } && creation.Initializer is not { Expressions.Count: 2 })
        {
            context.Block(creation, "the output of a function is made with its call id and its text");
            return;
        }

        context.Replace(creation, visited =>
        {
            BaseObjectCreationExpressionSyntax kept = (BaseObjectCreationExpressionSyntax)visited;
            string callId = "", output = "";
            if (kept.ArgumentList is { Arguments: { Count: 2 } arguments })
            {
                bool isSwapped = arguments[0].NameColon?.Name.Identifier.ValueText == "output";
                callId = arguments[isSwapped ? 1 : 0].Expression.Text();
                output = arguments[isSwapped ? 0 : 1].Expression.Text();
            }
            else
            {
                foreach (ExpressionSyntax expression in kept.Initializer!.Expressions)
                {
                    if (expression is not AssignmentExpressionSyntax assignment) continue;
                    if (assignment.Left.Text() == "CallId") callId = assignment.Right.Text();
                    else output = assignment.Right.Text();
                }
            }

            return $"ResponseItem.CreateFunctionCallOutputItem({callId}, {output})";
        });
    }
}
