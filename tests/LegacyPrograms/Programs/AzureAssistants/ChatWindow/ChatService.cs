using Azure.AI.OpenAI.Assistants;

namespace ChatWindow;

/// <summary>What a chat window needs: send a line, get the lines that are new.</summary>
public class ChatService
{
    private readonly AssistantsClient _client;
    private readonly string _assistantId;
    private AssistantThread? _thread;

    public ChatService(AssistantsClient client, string assistantId)
    {
        _client = client;
        _assistantId = assistantId;
    }

    public async Task<IReadOnlyList<string>> SendAsync(string text, CancellationToken cancellationToken = default)
    {
        _thread ??= (await _client.CreateThreadAsync(cancellationToken)).Value;
        await _client.CreateMessageAsync(_thread.Id, MessageRole.User, text, cancellationToken: cancellationToken);
        ThreadRun run = await _client.CreateRunAsync(_thread.Id, new CreateRunOptions(_assistantId), cancellationToken);
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
        {
            await Task.Delay(500, cancellationToken);
            run = await _client.GetRunAsync(_thread.Id, run.Id, cancellationToken);
        }

        List<string> lines = [];
        PageableList<ThreadMessage> messages = await _client.GetMessagesAsync(_thread.Id, cancellationToken: cancellationToken);
        foreach (ThreadMessage message in messages)
        {
            if (message.RunId != run.Id) continue;

            lines.AddRange(message.ContentItems.OfType<MessageTextContent>().Select(content => content.Text));
        }

        return lines;
    }

    public async Task ResetAsync()
    {
        if (_thread != null)
        {
            await _client.DeleteThreadAsync(_thread.Id);
            _thread = null;
        }
    }
}
