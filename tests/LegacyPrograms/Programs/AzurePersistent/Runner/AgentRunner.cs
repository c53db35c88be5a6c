using Azure;
using Azure.AI.Agents.Persistent;
using Microsoft.Extensions.Logging;

namespace Contoso.Support;

public interface IAgentRunner
{
    Task<string?> AskAsync(string agentId, string question, CancellationToken cancellationToken = default);
}

/// <summary>Wraps the agent service for the rest of the application.</summary>
public class AgentRunner : IAgentRunner
{
    private readonly PersistentAgentsClient _client;
    private readonly ILogger<AgentRunner> _logger;
    private readonly TimeSpan _timeout = TimeSpan.FromMinutes(2);

    public AgentRunner(PersistentAgentsClient client, ILogger<AgentRunner> logger)
    {
        _client = client;
        _logger = logger;
    }

    public async Task<string?> AskAsync(string agentId, string question, CancellationToken cancellationToken = default)
    {
        try
        {
            PersistentAgent agent = (await _client.Administration.GetAgentAsync(agentId, cancellationToken)).Value;
            var thread = (await _client.Threads.CreateThreadAsync(cancellationToken: cancellationToken)).Value;
            await _client.Messages.CreateMessageAsync(thread.Id, MessageRole.User, question, cancellationToken: cancellationToken);

            var run = (await _client.Runs.CreateRunAsync(thread.Id, agent.Id, cancellationToken: cancellationToken)).Value;
            var started = DateTime.UtcNow;
            while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
            {
                if (DateTime.UtcNow - started > _timeout)
                {
                    _logger.LogWarning("Run {RunId} timed out with status {Status}", run.Id, run.Status);
                    await _client.Runs.CancelRunAsync(thread.Id, run.Id, cancellationToken);
                    return null;
                }

                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
                run = (await _client.Runs.GetRunAsync(thread.Id, run.Id, cancellationToken)).Value;
            }

            if (run.Status == RunStatus.Failed)
            {
                _logger.LogError("Run failed: {Code} {Message}", run.LastError?.Code, run.LastError?.Message);
                return null;
            }

            return await LastAnswerAsync(thread.Id, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.Status == 429)
        {
            _logger.LogWarning(ex, "Throttled: {Code}", ex.ErrorCode);
            return null;
        }
    }

    private async Task<string?> LastAnswerAsync(string threadId, CancellationToken cancellationToken)
    {
        await foreach (var message in _client.Messages.GetMessagesAsync(threadId, order: ListSortOrder.Descending, cancellationToken: cancellationToken))
        {
            if (message.Role != MessageRole.Agent) continue;
            return message.ContentItems.OfType<MessageTextContent>().FirstOrDefault()?.Text;
        }

        return null;
    }
}
