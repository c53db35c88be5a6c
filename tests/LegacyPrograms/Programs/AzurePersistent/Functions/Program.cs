using System.Text.Json;
using Azure.AI.Agents.Persistent;
using Azure.Identity;

string GetUserFavoriteCity() => "Seattle, WA";
string GetWeatherAtLocation(string location, string unit = "f") => location switch
{
    "Seattle, WA" => unit == "f" ? "70f" : "21c",
    _ => throw new NotImplementedException(),
};

FunctionToolDefinition getUserFavoriteCityTool = new("getUserFavoriteCity", "Gets the user's favorite city.");
FunctionToolDefinition getCurrentWeatherTool = new(
    name: "getCurrentWeatherAtLocation",
    description: "Gets the current weather at a provided location.",
    parameters: BinaryData.FromObjectAsJson(
        new
        {
            Type = "object",
            Properties = new
            {
                Location = new { Type = "string", Description = "The city and state, e.g. San Francisco, CA" },
                Unit = new { Type = "string", Enum = new[] { "c", "f" } },
            },
            Required = new[] { "location" },
        },
        new JsonSerializerOptions() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }));

ToolOutput? GetResolvedToolOutput(RequiredToolCall toolCall)
{
    if (toolCall is RequiredFunctionToolCall functionToolCall)
    {
        if (functionToolCall.Name == getUserFavoriteCityTool.Name)
        {
            return new ToolOutput(toolCall, GetUserFavoriteCity());
        }

        using JsonDocument argumentsJson = JsonDocument.Parse(functionToolCall.Arguments);
        if (functionToolCall.Name == getCurrentWeatherTool.Name)
        {
            string locationArgument = argumentsJson.RootElement.GetProperty("location").GetString()!;
            if (argumentsJson.RootElement.TryGetProperty("unit", out JsonElement unitElement))
            {
                return new ToolOutput(toolCall, GetWeatherAtLocation(locationArgument, unitElement.GetString()!));
            }

            return new ToolOutput(toolCall, GetWeatherAtLocation(locationArgument));
        }
    }

    return null;
}

PersistentAgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT")!, new DefaultAzureCredential());
PersistentAgent agent = client.Administration.CreateAgent(
    model: "gpt-4o",
    name: "weather",
    instructions: "You are a weather bot. Use the provided functions to help answer questions.",
    tools: [getUserFavoriteCityTool, getCurrentWeatherTool]);
PersistentAgentThread thread = client.Threads.CreateThread();
client.Messages.CreateMessage(thread.Id, MessageRole.User, "What's the weather like in my favorite city?");

ThreadRun run = client.Runs.CreateRun(thread.Id, agent.Id);

do
{
    Thread.Sleep(TimeSpan.FromMilliseconds(500));
    run = client.Runs.GetRun(thread.Id, run.Id);

    if (run.Status == RunStatus.RequiresAction
        && run.RequiredAction is SubmitToolOutputsAction submitToolOutputsAction)
    {
        List<ToolOutput> toolOutputs = [];
        foreach (RequiredToolCall toolCall in submitToolOutputsAction.ToolCalls)
        {
            toolOutputs.Add(GetResolvedToolOutput(toolCall)!);
        }

        run = client.Runs.SubmitToolOutputsToRun(run, toolOutputs);
    }
}
while (run.Status == RunStatus.Queued
    || run.Status == RunStatus.InProgress
    || run.Status == RunStatus.RequiresAction);

foreach (PersistentThreadMessage threadMessage in client.Messages.GetMessages(thread.Id, order: ListSortOrder.Ascending))
{
    foreach (MessageContent content in threadMessage.ContentItems)
    {
        if (content is MessageTextContent textItem)
        {
            Console.WriteLine($"[{threadMessage.Role}]: {textItem.Text}");
        }
    }
}

client.Threads.DeleteThread(thread.Id);
client.Administration.DeleteAgent(agent.Id);
