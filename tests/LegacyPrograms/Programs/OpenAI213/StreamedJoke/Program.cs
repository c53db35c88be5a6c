// Streams an answer to the console as it is written.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

OpenAIClientOptions options = new() { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) };
OpenAIClient openAI = new(new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!), options);
AssistantClient client = openAI.GetAssistantClient();

Assistant assistant = await client.CreateAssistantAsync(
    "gpt-4o-mini",
    new AssistantCreationOptions
    {
        Instructions = "You are a comedian.",
        Temperature = 0.7f,
    });
AssistantThread thread = await client.CreateThreadAsync(new ThreadCreationOptions
{
    InitialMessages = { new ThreadInitializationMessage(MessageRole.User, ["Tell me a joke about compilers."]) },
});

await foreach (StreamingUpdate streamingUpdate in client.CreateRunStreamingAsync(thread.Id, assistant.Id))
{
    if (streamingUpdate.UpdateKind == StreamingUpdateReason.RunCreated)
    {
        Console.WriteLine("--- Run started! ---");
    }

    if (streamingUpdate is MessageContentUpdate contentUpdate)
    {
        Console.Write(contentUpdate.Text);
    }
}

Console.WriteLine();
await client.DeleteThreadAsync(thread.Id);
await client.DeleteAssistantAsync(assistant.Id);
