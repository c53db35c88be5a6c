using OpenAI.Assistants;

namespace BeforeAndAfter.Before;

internal static class LegacyRun
{
    public static async Task<ThreadRun> EndAsync(AssistantClient client, ThreadRun run, CancellationToken cancellationToken)
    {
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
        {
            await Task.Delay(50, cancellationToken);
            run = await client.GetRunAsync(run.ThreadId, run.Id, cancellationToken);
        }
        return run;
    }

    public static async Task ReadAsync(AssistantClient client, string threadId, CancellationToken cancellationToken)
    {
        await foreach (ThreadMessage message in client.GetMessagesAsync(threadId, cancellationToken: cancellationToken))
            _ = message.Content;
    }
}
