namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class StepSource
{
    public const string Text = """"
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
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
                private static readonly ConditionalWeakTable<ResponseItem, string> Outputs = new ConditionalWeakTable<ResponseItem, string>();

                /// <summary>All that led to a response, with the rounds of function calls before it; newest first unless asked otherwise.</summary>
                public static async IAsyncEnumerable<ResponseItem> GetStepsAsync(
                    this AgentClients clients, string responseId, bool ascending = false,
                    [EnumeratorCancellation] CancellationToken cancellationToken = default)
                {
                    ResponseResult response = await clients.Responses.GetResponseAsync(Options(responseId), cancellationToken).ConfigureAwait(false);
                    List<ResponseItem> items = new List<ResponseItem>();
                    if (response.ConversationOptions != null)
                    {
                        await foreach (ResponseItem item in clients.Conversations.GetItemsAsync(
                            response.ConversationOptions.ConversationId, cancellationToken).ConfigureAwait(false))
                        {
                            if (!IsOfRun(item)) break;
                            items.Add(item);
                        }
                    }

                    foreach (ResponseItem step in Steps(response, items, ascending)) yield return step;
                }

                public static IEnumerable<ResponseItem> GetSteps(
                    this AgentClients clients, string responseId, bool ascending = false, CancellationToken cancellationToken = default)
                {
                    ResponseResult response = clients.Responses.GetResponse(Options(responseId), cancellationToken);
                    IEnumerable<ResponseItem> items = response.ConversationOptions == null
                        ? Enumerable.Empty<ResponseItem>()
                        : clients.Conversations.GetItems(response.ConversationOptions.ConversationId, cancellationToken).TakeWhile(IsOfRun);
                    return Steps(response, items.ToList(), ascending);
                }

                /// <summary>All steps in one list.</summary>
                public static IReadOnlyList<ResponseItem> ListSteps(
                    this AgentClients clients, string responseId, bool ascending = false, CancellationToken cancellationToken = default) =>
                    clients.GetSteps(responseId, ascending, cancellationToken).ToList();

                public static async Task<IReadOnlyList<ResponseItem>> ListStepsAsync(
                    this AgentClients clients, string responseId, bool ascending = false, CancellationToken cancellationToken = default)
                {
                    List<ResponseItem> steps = new List<ResponseItem>();
                    await foreach (ResponseItem step in clients.GetStepsAsync(responseId, ascending, cancellationToken).ConfigureAwait(false))
                        steps.Add(step);
                    return steps;
                }

                public static AgentStepKind GetStepKind(this ResponseItem step) =>
                    step is MessageResponseItem ? AgentStepKind.CreatedMessage : AgentStepKind.ToolCall;

                public static AgentToolCallKind GetToolCallKind(this ResponseItem call) => call switch
                {
                    CodeInterpreterCallResponseItem => AgentToolCallKind.CodeInterpreter,
                    FileSearchCallResponseItem => AgentToolCallKind.FileSearch,
                    _ => AgentToolCallKind.Function,
                };

                public static string GetToolCallText(this ResponseItem call) => call switch
                {
                    CodeInterpreterCallResponseItem => "code_interpreter",
                    FileSearchCallResponseItem => "file_search",
                    _ => "function",
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

                /// <summary>What the app answered a call with; null for other tools.</summary>
                public static string GetFunctionOutput(this ResponseItem call) => Outputs.TryGetValue(call, out string output) ? output : null;

                private static GetResponseOptions Options(string responseId) => new GetResponseOptions(responseId)
                {
                    IncludedProperties = new List<IncludedResponseProperty>
                    {
                        IncludedResponseProperty.CodeInterpreterCallOutputs, IncludedResponseProperty.FileSearchCallResults,
                    },
                };

                /// <summary>A run goes back to the message that it answers.</summary>
                private static bool IsOfRun(ResponseItem item) => !(item is MessageResponseItem message) || message.Role == MessageRole.Assistant;

                private static IEnumerable<ResponseItem> Steps(ResponseResult response, IReadOnlyList<ResponseItem> newestFirst, bool ascending)
                {
                    HashSet<string> own = new HashSet<string>(response.OutputItems.Select(item => item.Id));
                    List<ResponseItem> steps = response.OutputItems.Where(IsStep).Reverse().ToList();
                    Dictionary<string, string> outputs = new Dictionary<string, string>();
                    foreach (ResponseItem item in newestFirst.SkipWhile(item => !own.Contains(item.Id)).SkipWhile(item => own.Contains(item.Id)))
                    {
                        // Earlier rounds are those whose calls were answered.
                        if (item is FunctionCallOutputResponseItem output) outputs[output.CallId] = output.FunctionOutput;
                        else if (outputs.Count == 0) break;
                        else if (IsStep(item)) steps.Add(item);

                        if (item is FunctionCallResponseItem call && outputs.TryGetValue(call.CallId, out string answer))
                            Outputs.GetValue(call, _ => answer);
                    }

                    if (ascending) steps.Reverse();
                    return steps;
                }

                private static bool IsStep(ResponseItem item) => item is MessageResponseItem
                    or CodeInterpreterCallResponseItem or FileSearchCallResponseItem or FunctionCallResponseItem;
            }
        }

        """";
}
