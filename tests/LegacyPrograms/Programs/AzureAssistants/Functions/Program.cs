using System.Text.Json;
using Azure.AI.OpenAI.Assistants;

AssistantsClient client = new(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);

FunctionToolDefinition getCityNicknameTool = new(
    name: "getCityNickname",
    description: "Gets the nickname of a city, e.g. 'LA' for 'Los Angeles, CA'.",
    parameters: BinaryData.FromString("""{"type":"object","properties":{"location":{"type":"string"}},"required":["location"]}"""));

Assistant assistant = await client.CreateAssistantAsync(new AssistantCreationOptions("gpt-4")
{
    Name = "Nicknames",
    Instructions = "Use the functions to find nicknames of cities.",
    Tools = { getCityNicknameTool },
});
AssistantThread thread = await client.CreateThreadAsync();
await client.CreateMessageAsync(thread.Id, MessageRole.User, "What is the nickname of Seattle?");
ThreadRun run = await client.CreateRunAsync(thread.Id, new CreateRunOptions(assistant.Id));

do
{
    await Task.Delay(500);
    run = await client.GetRunAsync(thread.Id, run.Id);

    if (run.Status == RunStatus.RequiresAction && run.RequiredAction is SubmitToolOutputsAction submitToolOutputsAction)
    {
        List<ToolOutput> toolOutputs = new();
        foreach (RequiredToolCall toolCall in submitToolOutputsAction.ToolCalls)
        {
            toolOutputs.Add(Resolve(toolCall));
        }

        run = await client.SubmitToolOutputsToRunAsync(run, toolOutputs);
    }
}
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress);

ToolOutput Resolve(RequiredToolCall toolCall)
{
    if (toolCall is RequiredFunctionToolCall function && function.Name == getCityNicknameTool.Name)
    {
        using JsonDocument arguments = JsonDocument.Parse(function.Arguments);
        return new ToolOutput(toolCall, arguments.RootElement.GetProperty("location").GetString() == "Seattle" ? "Emerald City" : "unknown");
    }

    throw new InvalidOperationException($"Unexpected call {toolCall.Id}");
}
