using System.Collections.Concurrent;
using OpenAI.Assistants;

namespace Storage;

public interface IConversationRepository
{
    Task AppendAsync(string user, string text);

    Task<IReadOnlyList<string>> ReadAsync(string user);

    Task ForgetAsync(string user);
}

public class ConversationRepository(AssistantClient client) : IConversationRepository
{
    private readonly ConcurrentDictionary<string, string> _threadIds = new();

    public async Task AppendAsync(string user, string text)
    {
        AssistantThread thread = await GetOrCreateAsync(user);
        await client.CreateMessageAsync(thread.Id, MessageRole.User, [MessageContent.FromText(text)]);
    }

    public async Task<IReadOnlyList<string>> ReadAsync(string user)
    {
        if (!_threadIds.TryGetValue(user, out string? id))
        {
            return [];
        }

        List<string> texts = [];
        await foreach (ThreadMessage message in client.GetMessagesAsync(
            id, new MessageCollectionOptions { Order = MessageCollectionOrder.Ascending, PageSizeLimit = 20 }))
        {
            texts.AddRange(message.Content.Select(content => content.Text));
        }

        return texts;
    }

    public async Task ForgetAsync(string user)
    {
        if (_threadIds.TryRemove(user, out string? id))
        {
            ThreadDeletionResult result = await client.DeleteThreadAsync(id);
            Console.WriteLine(result.Deleted ? "forgotten" : "still there");
        }
    }

    private async Task<AssistantThread> GetOrCreateAsync(string user)
    {
        if (_threadIds.TryGetValue(user, out string? id))
        {
            return await client.GetThreadAsync(id);
        }

        AssistantThread thread = await client.CreateThreadAsync(new ThreadCreationOptions { Metadata = { ["user"] = user } });
        _threadIds[user] = thread.Id;
        return thread;
    }
}
