using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Run steps are the output items of the response; a tool call is an item of its own.</summary>
internal static class StepRewrites
{
    private const string NoValue = "an item of a response does not have this";

    public static void AddTo(TableEntries entries)
    {
        entries.Types["RunStep"] = "ResponseItem";
        entries.Types["RunStepDetails"] = "ResponseItem";
        entries.Types["RunStepToolCall"] = "ResponseItem";
        entries.Types["RunStepKind"] = "AgentStepKind";
        entries.Types["RunStepToolCallKind"] = "AgentToolCallKind";
        entries.Types["RunStepCodeInterpreterOutput"] = "CodeInterpreterCallOutput";
        entries.Types["RunStepCollectionOptions"] = "RunStepCollectionOptions";
        entries.Types["RunStepCollectionOrder"] = "RunStepCollectionOrder";

        entries.Keep("RunStep", "Id");
        entries.Members["RunStep.Kind"] = "GetStepKind()";
        entries.Members["RunStep.Status"] = "GetStatusText()";
        entries.Members["RunStep.Details"] = MemberRule.By(Details);
        entries.Lose("RunStep", NoValue, "CreatedAt", "AssistantId", "ThreadId", "RunId", "ExpiredAt", "CancelledAt",
            "FailedAt", "CompletedAt", "Metadata");
        entries.Members["RunStepDetails.ToolCalls"] = "GetToolCalls()";
        entries.Members["RunStepDetails.CreatedMessageId"] = "GetMessageId()";
        entries.Keep("RunStepKind", "CreatedMessage", "ToolCall");

        entries.Keep("RunStepToolCall", "Id");
        entries.Members["RunStepToolCall.Kind"] = "GetToolCallKind()";
        entries.Members["RunStepToolCall.CodeInterpreterInput"] = "GetCode()";
        entries.Members["RunStepToolCall.CodeInterpreterOutputs"] = "GetCodeOutputs()";
        entries.Members["RunStepToolCall.FunctionName"] = "GetFunctionName()";
        entries.Members["RunStepToolCall.FunctionArguments"] = "GetFunctionArguments()";
        entries.Members["RunStepToolCall.FunctionOutput"] = "GetFunctionOutput()";
        entries.Keep("RunStepToolCallKind", "CodeInterpreter", "FileSearch", "Function");
        entries.Members["RunStepCodeInterpreterOutput.Logs"] = "GetLogs()";
        entries.Lose("RunStepCodeInterpreterOutput", "images of code are files of its container", "ImageFileId");

        entries.Keep("RunStepCollectionOptions", "Order", "PageSizeLimit", "AfterId");
        entries.Keep("RunStepCollectionOrder", "Ascending", "Descending");
        entries.Calls["AssistantClient.GetRunSteps"] = (context, call) =>
        {
            if (TableEntries.IsProtocol(call)) context.Block(call.Invocation, "a call with raw JSON is rewritten by hand");
            else ListOptions.Plan(context, call, (text, order) =>
                $"{text.Receiver}.GetSteps{text.Async}({text["runId"]}{Ascending(order)}{text.NamedCancel})");
        };
    }

    /// <summary>A response has all its items at once: of the options only the order is left.</summary>
    private static string Ascending(string order) => order.Contains("ascending: true") ? ", ascending: true" : "";

    private static void Details(RewriteContext context, MemberUse use)
    {
        if (use.Access is { } access)
            context.Plan.Edit(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.WithTrailingTrivia(visited.GetTrailingTrivia()));
        else context.Block(use.Whole, "the item itself has the details of a step");
    }
}
