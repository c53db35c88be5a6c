using System.Text.Json;
using Azure.AI.Projects;
using Azure.Identity;

AgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_CONNECTION_STRING")!, new DefaultAzureCredential());

FunctionToolDefinition priceTool = new(
    "getPrice",
    "Gets the price of a product.",
    BinaryData.FromString("""{"type":"object","properties":{"product":{"type":"string"}},"required":["product"]}"""));

Agent agent = await client.CreateAgentAsync(
    "gpt-4o", name: "prices", instructions: "Use the function for every product.", tools: [priceTool]);
AgentThread thread = await client.CreateThreadAsync();
await client.CreateMessageAsync(thread.Id, MessageRole.User, "What do apples and bread cost?");
ThreadRun run = await client.CreateRunAsync(thread.Id, agent.Id, parallelToolCalls: true);

while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.RequiresAction)
{
    await Task.Delay(500);
    run = await client.GetRunAsync(thread.Id, run.Id);
    if (run.Status == RunStatus.RequiresAction && run.RequiredAction is SubmitToolOutputsAction action)
    {
        var outputs = new List<ToolOutput>();
        foreach (RequiredToolCall call in action.ToolCalls)
        {
            if (call is RequiredFunctionToolCall function)
            {
                using var arguments = JsonDocument.Parse(function.Arguments);
                string product = arguments.RootElement.GetProperty("product").GetString()!;
                outputs.Add(new ToolOutput(function.Id, product.Length.ToString() + " EUR"));
            }
        }

        run = await client.SubmitToolOutputsToRunAsync(run, outputs);
    }
}

Console.WriteLine(run.Status);
await client.DeleteThreadAsync(thread.Id);
await client.DeleteAgentAsync(agent.Id);
