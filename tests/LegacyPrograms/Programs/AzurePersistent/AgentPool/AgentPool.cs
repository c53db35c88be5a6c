using System.Collections.Concurrent;
using System.Text;
using Azure;
using Azure.AI.Agents.Persistent;
using Azure.Core;
using Azure.Identity;

namespace Contoso.Pool;

/// <summary>Threads of users, and the agent that answers them; made when first asked for.</summary>
internal sealed class AgentPool : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, string> ThreadIds = new();
    private readonly Lazy<PersistentAgentsClient> _client;
    private PersistentAgent? _agent;
    private readonly List<PersistentAgentFileInfo> _files = new();

    public AgentPool(string endpoint, TokenCredential? credential = null)
    {
        _client = new Lazy<PersistentAgentsClient>(() => new PersistentAgentsClient(endpoint, credential ?? new DefaultAzureCredential()));
    }

    public PersistentAgentsClient Client => _client.Value;

    private async ValueTask<PersistentAgent> GetAgentAsync(CancellationToken token)
    {
        if (_agent is not null) return _agent;

        // Reuse an agent of the same name.
        await foreach (PersistentAgent existing in Client.Administration.GetAgentsAsync(cancellationToken: token))
        {
            if (existing.Name == "pool") return _agent = existing;
        }

        return _agent = await Client.Administration.CreateAgentAsync(
            model: "gpt-4o",
            name: "pool",
            instructions: """
                You help people.
                Be kind.
                """,
            temperature: 0.2f,
            cancellationToken: token);
    }

    public async Task<string> AskAsync(string user, string question, Stream? file, CancellationToken token)
    {
        PersistentAgent agent = await GetAgentAsync(token).ConfigureAwait(false);
        if (!ThreadIds.TryGetValue(user, out string? threadId))
        {
            PersistentAgentThread created = await Client.Threads.CreateThreadAsync(cancellationToken: token).ConfigureAwait(false);
            ThreadIds[user] = threadId = created.Id;
        }

        if (file is not null)
        {
            _files.Add(await Client.Files.UploadFileAsync(file, PersistentAgentFilePurpose.Agents, "upload.txt", token).ConfigureAwait(false));
        }

        await Client.Messages.CreateMessageAsync(threadId, MessageRole.User, question, cancellationToken: token).ConfigureAwait(false);
        ThreadRun run = await Client.Runs.CreateRunAsync(threadId, agent.Id, cancellationToken: token).ConfigureAwait(false);
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.Cancelling)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5), token).ConfigureAwait(false);
            run = await Client.Runs.GetRunAsync(threadId, run.Id, token).ConfigureAwait(false);
        }

        switch (run.Status.ToString())
        {
            case "completed":
                break;
            default:
                throw new InvalidOperationException($"{run.Status}: {run.LastError?.Message ?? run.IncompleteDetails?.Reason.ToString()}");
        }

        StringBuilder answer = new();
        List<PersistentThreadMessage> messages = new();
        await foreach (PersistentThreadMessage message in Client.Messages.GetMessagesAsync(threadId, limit: 1, order: ListSortOrder.Descending, cancellationToken: token))
        {
            messages.Add(message);
        }

        foreach (MessageContent content in messages.SelectMany(m => m.ContentItems))
        {
            answer.AppendLine(content switch
            {
                MessageTextContent text => text.Text,
                MessageImageFileContent image => $"[image {image.FileId}]",
                _ => string.Empty,
            });
        }

        return answer.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (string id in ThreadIds.Values) await Client.Threads.DeleteThreadAsync(id);
        foreach (PersistentAgentFileInfo file in _files) await Client.Files.DeleteFileAsync(file.Id);
        if (_agent is { Id: var agentId }) await Client.Administration.DeleteAgentAsync(agentId);
    }
}
