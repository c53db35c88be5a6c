namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class StepSource
{
    public const string Text = """"
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            public enum AgentStepKind
            {
                CreatedMessage,
                ToolCall,
            }

            public enum AgentToolCallKind
            {
                CodeInterpreter,
                FileSearch,
                Function,
            }

            /// <summary>The items of a response as the steps that a run had.</summary>
            public static class AgentSteps
            {
                /// <summary>Newest first unless asked otherwise.</summary>
                public static async IAsyncEnumerable<ResponseItem> GetStepsAsync(
                    this ResponsesClient responses, string responseId, bool ascending = false,
                    [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    ResponseResult response = await responses.GetResponseAsync(Options(responseId), cancellationToken).ConfigureAwait(false);
                    foreach (ResponseItem step in Steps(response, ascending)) yield return step;
                }

                public static IEnumerable<ResponseItem> GetSteps(
                    this ResponsesClient responses, string responseId, bool ascending = false, CancellationToken cancellationToken = default) =>
                    Steps(responses.GetResponse(Options(responseId), cancellationToken), ascending);

                public static AgentStepKind GetStepKind(this ResponseItem step) =>
                    step is MessageResponseItem ? AgentStepKind.CreatedMessage : AgentStepKind.ToolCall;

                public static AgentToolCallKind GetToolCallKind(this ResponseItem call) => call switch
                {
                    CodeInterpreterCallResponseItem => AgentToolCallKind.CodeInterpreter,
                    FileSearchCallResponseItem => AgentToolCallKind.FileSearch,
                    _ => AgentToolCallKind.Function,
                };

                /// <summary>In the words of the wire.</summary>
                public static string GetStatusText(this ResponseItem step)
                {
                    string status = step switch
                    {
                        MessageResponseItem message => message.Status?.ToString(),
                        CodeInterpreterCallResponseItem code => code.Status?.ToString(),
                        FileSearchCallResponseItem search => search.Status?.ToString(),
                        FunctionCallResponseItem function => function.Status?.ToString(),
                        _ => null,
                    };
                    return status is null or "Completed" ? "completed" : status == "InProgress" ? "in_progress" : status.ToLowerInvariant();
                }

                public static IReadOnlyList<ResponseItem> GetToolCalls(this ResponseItem step) =>
                    step is MessageResponseItem ? new ResponseItem[0] : new[] { step };

                public static string GetMessageId(this ResponseItem step) => (step as MessageResponseItem)?.Id;

                public static string GetCode(this ResponseItem call) => (call as CodeInterpreterCallResponseItem)?.Code;

                public static IReadOnlyList<CodeInterpreterCallOutput> GetCodeOutputs(this ResponseItem call) =>
                    (call as CodeInterpreterCallResponseItem)?.Outputs?.ToList() ?? new List<CodeInterpreterCallOutput>();

                public static string GetLogs(this CodeInterpreterCallOutput output) => (output as CodeInterpreterCallLogsOutput)?.Logs;

                public static string GetFunctionName(this ResponseItem call) => (call as FunctionCallResponseItem)?.FunctionName;

                public static string GetFunctionArguments(this ResponseItem call) =>
                    (call as FunctionCallResponseItem)?.FunctionArguments?.ToString();

                private static GetResponseOptions Options(string responseId) => new GetResponseOptions(responseId)
                {
                    IncludedProperties = new List<IncludedResponseProperty> { IncludedResponseProperty.CodeInterpreterCallOutputs },
                };

                private static IEnumerable<ResponseItem> Steps(ResponseResult response, bool ascending)
                {
                    IEnumerable<ResponseItem> steps = response.OutputItems.Where(item => item is MessageResponseItem
                        or CodeInterpreterCallResponseItem or FileSearchCallResponseItem or FunctionCallResponseItem);
                    return ascending ? steps : steps.Reverse();
                }
            }
        }

        """";
}
