using OpenAI.Assistants;

namespace Chatty
{
    public partial class ChatSession
    {
        public int Turns { get; private set; }

        public async ValueTask<string> SayAsync(string text)
        {
            await Client.Value.CreateMessageAsync(_thread.Id, MessageRole.User, [text]);
            ThreadRun run = await Client.Value.CreateRunAsync(_thread.Id, _assistant.Id);
            run = await PollAsync(run).ConfigureAwait(false);
            Turns++;
            if (run is { Status: var status } && status != RunStatus.Completed)
            {
                return status.ToString();
            }

            List<ThreadMessage> messages = new();
            await foreach (var message in Client.Value.GetMessagesAsync(_thread.Id)) messages.Add(message);
            return messages is [{ Content: [{ Text: var answer }, ..] }, ..] ? answer : "";
        }

        public async ValueTask DisposeAsync()
        {
            await Client.Value.DeleteThreadAsync(_thread.Id);
            await Client.Value.DeleteAssistantAsync(_assistant.Id);
        }

        private static async Task<ThreadRun> PollAsync(ThreadRun run)
        {
            do
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
                run = await Client.Value.GetRunAsync(run.ThreadId, run.Id);
            }
            while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress);

            return run;
        }
    }
}
