// Each end that a run can have.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

AssistantClient client = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
Assistant assistant = await client.CreateAssistantAsync("gpt-4o");
foreach (string question in new[] { "When is breakfast?", "Break something." })
{
    AssistantThread thread = await client.CreateThreadAsync(new ThreadCreationOptions { InitialMessages = { question } });
    ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id);
    run = await WaitAsync(run);
    Console.WriteLine(Describe(run));
    if (run.Status == RunStatus.Failed && run.LastError?.Code == RunErrorCode.ServerError) Console.WriteLine("server");
}

async Task<ThreadRun> WaitAsync(ThreadRun run)
{
    while (true)
    {
        if (run.Status == RunStatus.Completed) return run;
        if (run.Status == RunStatus.Failed || run.Status == RunStatus.Cancelled || run.Status == RunStatus.Expired) return run;
        await Task.Delay(10);
        run = await client.GetRunAsync(run.ThreadId, run.Id);
    }
}

static string Describe(ThreadRun run)
{
    if (run.Status == RunStatus.Completed) return "ok";
    RunStatus status = run.Status;
    bool isBad = status == RunStatus.Failed || status == RunStatus.Expired || status == RunStatus.Incomplete;
    return isBad ? $"bad: {run.LastError?.Message}" : status.ToString();
}
