// File search before there is anything to search: the store comes later.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

AssistantClient client = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
{
    Name = "A librarian whose name is longer than what an agent of a project may be called",
    Instructions = "Answer from the files.",
    Tools = { new FileSearchToolDefinition() },
});

await AskAsync(null);
await AskAsync("Be brief.");

async Task AskAsync(string? more)
{
    AssistantThread thread = await client.CreateThreadAsync();
    await client.CreateMessageAsync(thread.Id, MessageRole.User, ["Hello, who are you?"]);
    ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id, new RunCreationOptions { AdditionalInstructions = more });
    while (!run.Status.IsTerminal)
    {
        await Task.Delay(20);
        run = await client.GetRunAsync(run.ThreadId, run.Id);
    }

    Console.WriteLine(run.Status);
}
