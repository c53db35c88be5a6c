using System.Text.Json;
using Azure.AI.Agents.Persistent;

namespace Contoso.Dispatch;

public class FunctionDispatcher
{
    private readonly PersistentAgentsClient _client;
    private readonly Dictionary<string, Func<JsonElement, Task<string>>> _functions = new();

    public FunctionDispatcher(PersistentAgentsClient client) => _client = client;

    public IEnumerable<ToolDefinition> Tools => _functions.Keys.Select(name => new FunctionToolDefinition(name, $"Calls {name}"));

    public async Task<ThreadRun> CompleteAsync(PersistentAgentThread thread, PersistentAgent agent)
    {
        ThreadRun run = await _client.Runs.CreateRunAsync(thread, agent);
        while (true)
        {
            if (run.Status == RunStatus.RequiresAction)
            {
                var outputs = new List<ToolOutput>();
                foreach (var call in ((SubmitToolOutputsAction)run.RequiredAction).ToolCalls.OfType<RequiredFunctionToolCall>())
                {
                    using JsonDocument arguments = JsonDocument.Parse(call.Arguments);
                    outputs.Add(new ToolOutput(call.Id, await _functions[call.Name](arguments.RootElement)));
                }

                run = await _client.Runs.SubmitToolOutputsToRunAsync(run, outputs);
            }
            else if (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
            {
                await Task.Delay(250);
                run = await _client.Runs.GetRunAsync(thread.Id, run.Id);
            }
            else
            {
                return run;
            }
        }
    }
}

public class Other(PersistentAgentsClient client)
{
    public int Count(ThreadRun run)
    {
        SubmitToolOutputsAction? action = run.RequiredAction as SubmitToolOutputsAction;
        if (action == null) return 0;
        foreach (RequiredToolCall call in action.ToolCalls) Console.WriteLine(call.Id);
        return (run.RequiredAction as SubmitToolOutputsAction)?.ToolCalls.Count ?? client.GetHashCode();
    }
}
