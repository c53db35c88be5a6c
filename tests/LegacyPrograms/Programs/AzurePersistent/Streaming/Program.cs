using Azure.AI.Agents.Persistent;
using Azure.Identity;

PersistentAgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT")!, new DefaultAzureCredential());
PersistentAgent agent = await client.Administration.CreateAgentAsync(
    model: "gpt-4o",
    name: "My Friendly Test Agent",
    instructions: "You politely help with math questions. Use the code interpreter tool when asked to visualize numbers.",
    tools: [new CodeInterpreterToolDefinition()]);
PersistentAgentThread thread = await client.Threads.CreateThreadAsync();
await client.Messages.CreateMessageAsync(
    thread.Id, MessageRole.User, "Hi, Agent! Draw a graph for a line with a slope of 4 and y-intercept of 9.");

await foreach (StreamingUpdate streamingUpdate in client.Runs.CreateRunStreamingAsync(thread.Id, agent.Id))
{
    if (streamingUpdate.UpdateKind == StreamingUpdateReason.RunCreated)
    {
        Console.WriteLine("--- Run started! ---");
    }
    else if (streamingUpdate is MessageContentUpdate contentUpdate)
    {
        Console.Write(contentUpdate.Text);
        if (contentUpdate.ImageFileId is not null)
        {
            Console.WriteLine($"[Image content file ID: {contentUpdate.ImageFileId}");
        }
    }
    else if (streamingUpdate.UpdateKind == StreamingUpdateReason.RunCompleted)
    {
        Console.WriteLine("--- Run completed! ---");
    }
    else if (streamingUpdate.UpdateKind == StreamingUpdateReason.Error && streamingUpdate is RunUpdate errorStep)
    {
        Console.WriteLine($"Error: {errorStep.Value.LastError}");
    }
}

await client.Threads.DeleteThreadAsync(thread.Id);
await client.Administration.DeleteAgentAsync(agent.Id);
