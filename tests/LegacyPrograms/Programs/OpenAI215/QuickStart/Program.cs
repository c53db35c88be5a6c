// The newest version of the package: everything asynchronous, streams handed out in a task.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

AssistantClient client = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new AssistantClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });

Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions { Instructions = "Be funny." });
AssistantThread thread = await client.CreateThreadAsync();
await client.CreateMessageAsync(thread.Id, MessageRole.User, ["Tell me a joke about compilers."]);

await foreach (StreamingUpdate update in await client.CreateRunStreamingAsync(thread.Id, assistant.Id))
{
    switch (update.UpdateKind)
    {
        case StreamingUpdateReason.RunCreated:
            Console.WriteLine("--- started ---");
            break;
        case StreamingUpdateReason.MessageUpdated when update is MessageContentUpdate content:
            Console.Write(content.Text);
            break;
        case StreamingUpdateReason.RunCompleted:
            Console.WriteLine();
            Console.WriteLine("--- done ---");
            break;
        case StreamingUpdateReason.RunFailed:
            Console.WriteLine("--- failed ---");
            break;
    }
}

await client.DeleteThreadAsync(thread.Id);
await client.DeleteAssistantAsync(assistant.Id);
