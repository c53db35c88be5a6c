using OpenAI.Assistants;

namespace InjectedService;

/// <summary>A legacy service as apps have it: it gets its client injected and knows nothing of what is behind it.</summary>
internal sealed class LegacyAssistantService(AssistantClient assistants)
{
    public async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        Assistant assistant = await assistants.CreateAssistantAsync("gpt-4o", cancellationToken: cancellationToken);
        AssistantThread thread = await assistants.CreateThreadAsync(
            new ThreadCreationOptions { InitialMessages = { question } }, cancellationToken);
        ThreadRun run = await assistants.CreateRunAsync(thread.Id, assistant.Id, cancellationToken: cancellationToken);
        while (!run.Status.IsTerminal)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            run = await assistants.GetRunAsync(thread.Id, run.Id, cancellationToken);
        }

        await foreach (ThreadMessage message in assistants.GetMessagesAsync(thread.Id, cancellationToken: cancellationToken))
            return string.Concat(message.Content.Select(part => part.Text));
        return "";
    }
}
