// What an app does when things go wrong: a run that fails, a thread that is not there.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
AssistantClient client = openAI.GetAssistantClient();

Assistant assistant = await client.CreateAssistantAsync("gpt-4o");
try
{
    AssistantThread thread = await client.CreateThreadAsync();
    await client.CreateMessageAsync(thread.Id, MessageRole.User, ["Break something."]);
    ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id);
    while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        run = await client.GetRunAsync(thread.Id, run.Id);
    }

    switch (run.Status.ToString())
    {
        case "completed":
            Console.WriteLine("Nothing broke.");
            break;
        case "failed":
            Console.WriteLine($"Failed: {run.LastError?.Message}");
            break;
        default:
            Console.WriteLine($"Ended as {run.Status}");
            break;
    }

    await client.DeleteThreadAsync(thread.Id);
    await client.GetThreadAsync(thread.Id);
}
catch (ClientResultException e) when (e.Status == 404)
{
    Console.WriteLine("The thread is gone.");
}
finally
{
    await client.DeleteAssistantAsync(assistant.Id);
}
