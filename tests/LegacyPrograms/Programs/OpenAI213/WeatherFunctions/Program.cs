// Function calling: the app answers what the model asks for, until the run is done.
using System.ClientModel;
using System.Text.Json;
using OpenAI;
using OpenAI.Assistants;

string GetCurrentLocation() => "San Francisco";

string GetCurrentWeather(string location, string unit = "celsius") => $"31 {unit} in {location}";

const string GetCurrentLocationFunctionName = "get_current_location";

FunctionToolDefinition getLocationTool = new()
{
    FunctionName = GetCurrentLocationFunctionName,
    Description = "Get the user's current location",
};

const string GetCurrentWeatherFunctionName = "get_current_weather";

FunctionToolDefinition getWeatherTool = new()
{
    FunctionName = GetCurrentWeatherFunctionName,
    Description = "Get the current weather in a given location",
    Parameters = BinaryData.FromString("""
    {
        "type": "object",
        "properties": {
            "location": {
                "type": "string",
                "description": "The city and state, e.g. Boston, MA"
            },
            "unit": {
                "type": "string",
                "enum": [ "celsius", "fahrenheit" ],
                "description": "The temperature unit to use. Infer this from the specified location."
            }
        },
        "required": [ "location" ]
    }
    """),
};

AssistantClient client = new OpenAIClient(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) }).GetAssistantClient();

AssistantCreationOptions assistantOptions = new()
{
    Name = "Example: Function Calling",
    Instructions =
        "Don't make assumptions about what values to plug into functions."
        + " Ask for clarification if a user request is ambiguous.",
    Tools = { getLocationTool, getWeatherTool },
};
Assistant assistant = await client.CreateAssistantAsync("gpt-4-turbo", assistantOptions);

ThreadCreationOptions threadOptions = new()
{
    InitialMessages = { "What's the weather like today?" },
};
ThreadRun run = await client.CreateThreadAndRunAsync(assistant.Id, threadOptions);

while (!run.Status.IsTerminal)
{
    await Task.Delay(TimeSpan.FromMilliseconds(50));
    run = await client.GetRunAsync(run.ThreadId, run.Id);

    // If the run requires action, resolve them.
    if (run.Status == RunStatus.RequiresAction)
    {
        List<ToolOutput> toolOutputs = [];

        foreach (RequiredAction action in run.RequiredActions)
        {
            switch (action.FunctionName)
            {
                case GetCurrentLocationFunctionName:
                    {
                        string toolResult = GetCurrentLocation();
                        Console.WriteLine($"  called {action.FunctionName}");
                        toolOutputs.Add(new ToolOutput(action.ToolCallId, toolResult));
                        break;
                    }

                case GetCurrentWeatherFunctionName:
                    {
                        using JsonDocument argumentsJson = JsonDocument.Parse(action.FunctionArguments);
                        bool hasLocation = argumentsJson.RootElement.TryGetProperty("location", out JsonElement location);
                        bool hasUnit = argumentsJson.RootElement.TryGetProperty("unit", out JsonElement unit);
                        if (!hasLocation)
                        {
                            throw new ArgumentNullException(nameof(location), "The location argument is required.");
                        }

                        string toolResult = hasUnit
                            ? GetCurrentWeather(location.GetString()!, unit.GetString()!)
                            : GetCurrentWeather(location.GetString()!);
                        Console.WriteLine($"  called {action.FunctionName}");
                        toolOutputs.Add(new ToolOutput(action.ToolCallId, toolResult));
                        break;
                    }

                default:
                    {
                        // Handle other or unexpected calls.
                        throw new NotImplementedException();
                    }
            }
        }

        // Submit the tool outputs to the assistant, which returns the run to the queued state.
        run = await client.SubmitToolOutputsToRunAsync(run.ThreadId, run.Id, toolOutputs);
    }
}

// With the run complete, list the messages and display their content
if (run.Status == RunStatus.Completed)
{
    AsyncCollectionResult<ThreadMessage> messages = client.GetMessagesAsync(
        run.ThreadId, new MessageCollectionOptions() { Order = MessageCollectionOrder.Ascending });

    await foreach (ThreadMessage message in messages)
    {
        Console.WriteLine($"[{message.Role.ToString().ToUpper()}]: ");
        foreach (MessageContent contentItem in message.Content)
        {
            Console.WriteLine($"{contentItem.Text}");
        }
    }
}
else
{
    throw new NotImplementedException(run.Status.ToString());
}
