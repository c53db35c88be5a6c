using Azure.AI.Projects;
using Azure.Identity;

AgentsClient client = new(Environment.GetEnvironmentVariable("PROJECT_CONNECTION_STRING")!, new DefaultAzureCredential());
Agent agent = await client.CreateAgentAsync("gpt-4o", name: "poet", instructions: "You write poems.");
AgentThread thread = await client.CreateThreadAsync();
await client.CreateMessageAsync(thread.Id, MessageRole.User, "A poem about rain, please.");

await foreach (StreamingUpdate update in client.CreateRunStreamingAsync(thread.Id, agent.Id))
{
    if (update.UpdateKind == StreamingUpdateReason.RunCreated)
    {
        Console.WriteLine("--- Run started! ---");
    }
    else if (update is MessageContentUpdate content)
    {
        Console.Write(content.Text);
    }
    else if (update.UpdateKind == StreamingUpdateReason.RunCompleted)
    {
        Console.WriteLine("--- Run completed! ---");
    }
}

await client.DeleteThreadAsync(thread.Id);
await client.DeleteAgentAsync(agent.Id);
