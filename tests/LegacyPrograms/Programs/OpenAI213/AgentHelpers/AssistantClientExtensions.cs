using OpenAI.Assistants;

namespace AgentHelpers;

internal static class AssistantClientExtensions
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>One question, one answer.</summary>
    public static async Task<string> AskAsync(
        this AssistantClient client, AssistantThread thread, Assistant assistant, string question)
    {
        await client.CreateMessageAsync(thread.Id, MessageRole.User, [question]);
        ThreadRun run = await client.CreateRunAsync(thread.Id, assistant.Id);
        await client.WaitForAsync(run);
        List<ThreadMessage> messages = [];
        await foreach (ThreadMessage message in client.GetMessagesAsync(thread.Id))
        {
            messages.Add(message);
        }

        return messages.First(message => message.Role == MessageRole.Assistant).GetText();
    }

    public static async Task<ThreadRun> WaitForAsync(this AssistantClient client, ThreadRun run)
    {
        while (!run.Status.IsTerminal)
        {
            await Task.Delay(Interval);
            run = await client.GetRunAsync(run.ThreadId, run.Id);
        }

        return run;
    }

    public static async Task<int> CountMessagesAsync(this AssistantClient client, AssistantThread thread)
    {
        int count = 0;
        await foreach (ThreadMessage _ in client.GetMessagesAsync(thread.Id))
        {
            count++;
        }

        return count;
    }

    private static string GetText(this ThreadMessage message) =>
        string.Join(Environment.NewLine, message.Content.Where(content => content.Text != null).Select(content => content.Text));
}
