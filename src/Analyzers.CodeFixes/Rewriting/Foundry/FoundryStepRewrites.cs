using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Run steps are the output items of the response; a class of details is a class of items.</summary>
internal static class FoundryStepRewrites
{
    private const string ToolCalls = "RunStepToolCallDetails";

    public static void AddTo(TableEntries entries)
    {
        foreach (string step in (string[])["RunStep", "RunStepDetails", ToolCalls, "RunStepToolCall"]) entries.Types[step] = "ResponseItem";
        entries.Keep("RunStep", "Id");
        entries.Members["RunStep.Type"] = "GetStepKind()";
        entries.Members["RunStep.Status"] = "GetStatusText()";
        entries.Members["RunStep.StepDetails"] = MemberRule.By(Self);
        entries.Members["RunStep.RunId"] = "GetResponseId()";
        entries.Members["RunStep.AssistantId"] = "GetAgentId()";
        entries.Lose("RunStep", "an item of a response has no time of its own: the response has 'CreatedAt'", "CreatedAt", "CompletedAt");
        entries.Lose("RunStep", "an item does not say which conversation it is of: the response does", "ThreadId");
        entries.Types["RunStepType"] = "AgentStepKind";
        entries.Members["RunStepType.MessageCreation"] = "CreatedMessage";
        entries.Members["RunStepType.ToolCalls"] = "ToolCall";
        entries.Types["RunStepStatus"] = "string";
        foreach ((string status, string text) in new[]
            { ("InProgress", "in_progress"), ("Completed", "completed"), ("Failed", "failed"), ("Cancelled", "cancelled"), ("Expired", "expired") })
            entries.Members["RunStepStatus." + status] = MemberRule.By((context, use) => context.Replace(use.Whole, _ => $"\"{text}\""));

        entries.Types["RunStepMessageCreationDetails"] = entries.Types["RunStepMessageCreationReference"] = "MessageResponseItem";
        entries.Members["RunStepMessageCreationDetails.MessageCreation"] = MemberRule.By(Self);
        entries.Members["RunStepMessageCreationReference.MessageId"] = "Id";
        entries.Members[ToolCalls + ".ToolCalls"] = "GetToolCalls()";
        entries.Keep("RunStepToolCall", "Id");
        entries.Members["RunStepToolCall.Type"] = "GetToolCallText()";
        AddTools(entries);

        entries.Calls["ThreadRuns.GetRunSteps"] = (context, call) => List(context, call, "GetSteps");
        entries.Calls["ThreadRuns.GetRunStep"] = (context, call) =>
            context.Block(call.Invocation, "look for the step among the items of the response");
    }

    public static void List(RewriteContext context, CallSite call, string method)
    {
        bool isAscending = call["order"]?.Text().EndsWith(".Ascending", StringComparison.Ordinal) == true;
        context.Replace(call, text =>
        {
            string id = text.Has("run") ? text.Node("run")!.AsReceiver() + ".Id" : text["runId"];
            return $"{text.Receiver}.{method}{text.Async}({id}{(isAscending ? ", ascending: true" : "")}{text.NamedCancel})";
        });
    }

    /// <summary>All items but messages are calls of tools.</summary>
    public static void PlanPatterns(RewriteContext context, SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            if (node is IsPatternExpressionSyntax { Pattern: DeclarationPatternSyntax pattern } test && context.LegacyTypeOf(pattern.Type) == ToolCalls)
                context.Replace(test, _ => $"{context.RewrittenNode(test.Expression).AsReceiver()} is {Text(pattern)}");
            else if (node is CasePatternSwitchLabelSyntax { Pattern: DeclarationPatternSyntax labelled, WhenClause: null } label
                && context.LegacyTypeOf(labelled.Type) == ToolCalls)
                context.Plan.Edit(label, visited => StreamingRewrites.Label($"case {Text(labelled)}:").WithTriviaFrom(visited));
        }
    }

    private static string Text(DeclarationPatternSyntax pattern) => pattern.Designation is SingleVariableDesignationSyntax variable
        ? $"ResponseItem {variable.Identifier.ValueText} and not MessageResponseItem"
        : "not MessageResponseItem";

    private static void AddTools(TableEntries entries)
    {
        entries.Types["RunStepFunctionToolCall"] = "FunctionCallResponseItem";
        entries.Members["RunStepFunctionToolCall.Name"] = "FunctionName";
        entries.Members["RunStepFunctionToolCall.Arguments"] = "FunctionArguments.ToString()";
        entries.Lose("RunStepFunctionToolCall", "the output of a function is an input of the next response", "Output");
        entries.Types["RunStepCodeInterpreterToolCall"] = "CodeInterpreterCallResponseItem";
        entries.Members["RunStepCodeInterpreterToolCall.Input"] = "Code";
        entries.Keep("RunStepCodeInterpreterToolCall", "Outputs");
        entries.Types["RunStepCodeInterpreterToolCallOutput"] = "CodeInterpreterCallOutput";
        entries.Types["RunStepCodeInterpreterLogOutput"] = "CodeInterpreterCallLogsOutput";
        entries.Keep("RunStepCodeInterpreterLogOutput", "Logs");
        entries.Unknown["RunStepCodeInterpreterImageOutput"] = "images of code are files of its container";
        entries.Types["RunStepFileSearchToolCall"] = entries.Types["RunStepFileSearchToolCallResults"] = "FileSearchCallResponseItem";
        entries.Members["RunStepFileSearchToolCall.FileSearch"] = MemberRule.By(Self);
        entries.Keep("RunStepFileSearchToolCallResults", "Results");
        entries.Types["RunStepFileSearchToolCallResult"] = "FileSearchCallResult";
        entries.Keep("RunStepFileSearchToolCallResult", "FileId");
        entries.Members["RunStepFileSearchToolCallResult.FileName"] = "Filename";
        entries.Members["RunStepFileSearchToolCallResult.Score"] = "Score.GetValueOrDefault()";
    }

    private static void Self(RewriteContext context, MemberUse use)
    {
        if (use.Access is { } access)
            context.Plan.Edit(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.WithTriviaFrom(visited));
        else context.Block(use.Whole, "the item itself has the details of a step");
    }
}
