using OpenAI.Assistants;

namespace SupportApp;

public interface ISupportService
{
    Task<string> OpenTicketAsync(CancellationToken cancellationToken = default);

    Task<string> AskAsync(string ticket, string question, CancellationToken cancellationToken = default);

    Task CloseTicketAsync(string ticket, CancellationToken cancellationToken = default);
}

/// <summary>Support by an assistant that is made when it is first needed.</summary>
public sealed class SupportService : ISupportService
{
    private readonly AssistantClient _client;
    private Assistant? _assistant;

    public SupportService(AssistantClient client)
    {
        _client = client;
    }

    public async Task<string> OpenTicketAsync(CancellationToken cancellationToken = default)
    {
        AssistantThread thread = await _client.CreateThreadAsync(cancellationToken: cancellationToken);
        return thread.Id;
    }

    public async Task<string> AskAsync(string ticket, string question, CancellationToken cancellationToken = default)
    {
        _assistant ??= await CreateAssistantAsync(cancellationToken);

        await _client.CreateMessageAsync(
            ticket, MessageRole.User, [MessageContent.FromText(question)], cancellationToken: cancellationToken);
        ThreadRun run = await _client.CreateRunAsync(ticket, _assistant.Id, cancellationToken: cancellationToken);
        run = await WaitAsync(run, cancellationToken);
        if (run.Status != RunStatus.Completed)
        {
            throw new InvalidOperationException($"The run ended with status {run.Status}.");
        }

        await foreach (ThreadMessage message in _client.GetMessagesAsync(ticket, cancellationToken: cancellationToken))
        {
            return string.Concat(message.Content.Select(part => part.Text));
        }

        return "";
    }

    public async Task CloseTicketAsync(string ticket, CancellationToken cancellationToken = default)
    {
        await _client.DeleteThreadAsync(ticket, cancellationToken);
        if (_assistant is not null)
        {
            await _client.DeleteAssistantAsync(_assistant.Id, cancellationToken);
        }
    }

    private async Task<Assistant> CreateAssistantAsync(CancellationToken cancellationToken)
    {
        return await _client.CreateAssistantAsync(
            "gpt-4o",
            new AssistantCreationOptions
            {
                Name = "Support",
                Instructions = "You help customers of a shop.",
                Metadata = { ["team"] = "support" },
            },
            cancellationToken);
    }

    private async Task<ThreadRun> WaitAsync(ThreadRun run, CancellationToken cancellationToken)
    {
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            run = await _client.GetRunAsync(run.ThreadId, run.Id, cancellationToken);
        }

        return run;
    }
}
