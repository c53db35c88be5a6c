using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Runs as responses of an agent version.</summary>
internal static class FoundryRunRewrites
{
    private const string None = "a response does not have this";

    public static void AddTo(TableEntries entries)
    {
        entries.Types["ThreadRun"] = "ResponseResult";
        entries.Types["RunError"] = "ResponseError";
        entries.Types["IncompleteRunDetails"] = "ResponseIncompleteStatusDetails";
        entries.Types["RunCompletionUsage"] = "ResponseTokenUsage";
        entries.Types["RequiredToolCall"] = "FunctionCallResponseItem";
        entries.Types["RequiredFunctionToolCall"] = "FunctionCallResponseItem";
        RequiredActions.AddTo(entries);
        entries.Types["ToolOutput"] = "FunctionCallOutputResponseItem";

        entries.Keep("ThreadRun", "Id", "CreatedAt", "Usage", "Model", "Temperature", "TopP", "Metadata");
        entries.Members["ThreadRun.ThreadId"] = "ConversationOptions.ConversationId";
        entries.Members["ThreadRun.LastError"] = "Error";
        entries.Members["ThreadRun.IncompleteDetails"] = "IncompleteStatusDetails";
        entries.Lose("ThreadRun", None, "AssistantId", "Instructions", "StartedAt", "ExpiresAt", "CompletedAt", "CancelledAt", "FailedAt");
        entries.Members["RunError.Code"] = "Code.ToString()";
        entries.Keep("RunError", "Message");
        entries.Keep("IncompleteRunDetails", "Reason");
        entries.Types["IncompleteDetailsReason"] = "ResponseIncompleteStatusReason";
        entries.Members["IncompleteDetailsReason.MaxCompletionTokens"] = "MaxOutputTokens";
        entries.Lose("IncompleteDetailsReason", "a response is not cut for the length of its input", "MaxPromptTokens");
        entries.Members["RunCompletionUsage.PromptTokens"] = "InputTokenCount";
        entries.Members["RunCompletionUsage.CompletionTokens"] = "OutputTokenCount";
        entries.Members["RunCompletionUsage.TotalTokens"] = "TotalTokenCount";
        ToolApprovals.AddTo(entries);
        entries.Members["RequiredFunctionToolCall.Name"] = "FunctionName";
        entries.Members["RequiredFunctionToolCall.Arguments"] = "FunctionArguments.ToString()";
        entries.Members["ToolOutput.ToolCallId"] = "CallId";
        entries.Members["ToolOutput.Output"] = "FunctionOutput";
        entries.Creations["ToolOutput"] = Output;

        const string Client = "ThreadRuns.";
        entries.Calls[Client + "CreateRun"] = FoundryRunStart.Plan;
        entries.Calls[Client + "CreateRunStreaming"] = FoundryRunStart.Plan;
        entries.Calls["PersistentAgentsClient.CreateThreadAndRun"] = FoundryRunStart.Plan;
        foreach (string type in (string[])["CreateRunOptions", "CreateRunStreamingOptions", "CreateAndRunThreadOptions", "ThreadAndRunOptions"])
        {
            entries.Types[type] = type;
            entries.Keep(type, "AdditionalInstructions", "AdditionalMessages", "Thread", "ThreadOptions");
        }

        entries.Calls[Client + "SubmitToolOutputsToRun"] = FoundryRunStart.Continue;
        entries.Calls[Client + "SubmitToolOutputsToStream"] = FoundryRunStart.Continue;
        entries.Call(Client + "GetRun", call => $"{call.Receiver}.Responses.GetResponse{call.Async}({call["runId"]}{call.Cancel})");
        entries.Call(Client + "CancelRun", call => $"{call.Receiver}.Responses.CancelResponse{call.Async}({call["runId"]}{call.Cancel})");
        entries.LoseCall(Client + "UpdateRun", "a response cannot be changed");
    }

    private static void Output(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: 2 } arguments })
        {
            context.Block(creation, "the output of a function is made with its call id and its text");
            return;
        }

        bool isCall = context.TypeOf(arguments[0].Expression) is INamedTypeSymbol type && context.Table.IsLegacy(type);
        context.Replace(creation, visited =>
        {
            SeparatedSyntaxList<ArgumentSyntax> given = ((BaseObjectCreationExpressionSyntax)visited).ArgumentList!.Arguments;
            string id = isCall ? given[0].Expression.AsReceiver() + ".CallId" : given[0].Expression.Text();
            return $"ResponseItem.CreateFunctionCallOutputItem(callId: {id}, functionOutput: {given[1].Expression.Text()})";
        });
    }
}
