// Watches a run closely: shows its status while it works, then its steps and what it cost.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

OpenAIClient openAI = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
AssistantClient client = openAI.GetAssistantClient();

Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions
{
    Instructions = "You solve equations with code.",
    Tools = { new CodeInterpreterToolDefinition() },
});
AssistantThread thread = await client.CreateThreadAsync();
await client.CreateMessageAsync(thread.Id, MessageRole.User, ["Solve 2x + 4 = 10 for me."]);
ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id);

int polls = 0;
while (!run.Status.IsTerminal)
{
    await Task.Delay(50);
    run = await client.GetRunAsync(thread.Id, run.Id);
    polls++;
    if (polls > 1000)
    {
        Console.WriteLine("This takes too long.");
        await client.CancelRunAsync(thread.Id, run.Id);
        break;
    }
}

Console.WriteLine($"Status: {run.Status}");
await foreach (RunStep step in client.GetRunStepsAsync(
    thread.Id, run.Id, new RunStepCollectionOptions { Order = RunStepCollectionOrder.Ascending }))
{
    Console.WriteLine($"Step: {step.Kind}");
    foreach (RunStepToolCall call in step.Details.ToolCalls)
    {
        if (call.Kind == RunStepToolCallKind.CodeInterpreter)
        {
            Console.WriteLine(call.CodeInterpreterInput.Length > 0 ? "  ran code" : "  ran nothing");
        }
    }
}

Console.WriteLine($"Total tokens known: {run.Usage?.TotalTokenCount is > 0}");
