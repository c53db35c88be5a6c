// Streams a run that calls functions; the stream goes on after the outputs were submitted.
using System.ClientModel;
using System.Text.Json;
using OpenAI;
using OpenAI.Assistants;

OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
AssistantClient client = openAI.GetAssistantClient();

FunctionToolDefinition getTemperature = new("get_current_temperature")
{
    Description = "Gets the temperature of a city.",
    Parameters = BinaryData.FromString("""{"type":"object","properties":{"location":{"type":"string"}},"required":["location"]}"""),
};
Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new() { Tools = { getTemperature } });
AssistantThread thread = await client.CreateThreadAsync();
_ = await client.CreateMessageAsync(thread.Id, MessageRole.User, ["What is the temperature in Lisbon?"]);

AsyncCollectionResult<StreamingUpdate> asyncUpdates = client.CreateRunStreamingAsync(thread.Id, assistant.Id);

ThreadRun? currentRun = null;
do
{
    List<ToolOutput> outputsToSubmit = [];
    currentRun = null;

    await foreach (StreamingUpdate update in asyncUpdates)
    {
        if (update is RunUpdate runUpdate)
        {
            currentRun = runUpdate;
        }

        if (update is RequiredActionUpdate requiredActionUpdate)
        {
            if (requiredActionUpdate.FunctionName == getTemperature.FunctionName)
            {
                using JsonDocument arguments = JsonDocument.Parse(requiredActionUpdate.FunctionArguments);
                string? location = arguments.RootElement.GetProperty("location").GetString();
                Console.WriteLine($"[asked for {location}]");
                outputsToSubmit.Add(new ToolOutput(requiredActionUpdate.ToolCallId, "21 degrees"));
            }
        }
        else if (update is MessageContentUpdate contentUpdate)
        {
            Console.Write(contentUpdate.Text);
        }
    }

    if (outputsToSubmit.Count > 0)
    {
        asyncUpdates = client.SubmitToolOutputsToRunStreamingAsync(currentRun!.ThreadId, currentRun.Id, outputsToSubmit);
    }
}
while (currentRun?.Status.IsTerminal == false);

Console.WriteLine();
