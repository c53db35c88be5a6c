using Azure.AI.Agents.Persistent;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Travel;

public static class Registration
{
    public static IServiceCollection AddTravelAgent(this IServiceCollection services, string endpoint, TokenCredential credential)
    {
        services.AddSingleton(_ => new PersistentAgentsClient(endpoint, credential));
        services.AddScoped<AgentService>();
        return services;
    }
}

public sealed class AgentService
{
    private readonly PersistentAgentsClient _client;

    public AgentService(PersistentAgentsClient client)
    {
        _client = client ?? throw new ArgumentNullException(nameof(client));
    }

    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        PersistentAgentThread thread = await _client.Threads.CreateThreadAsync(cancellationToken: cancellationToken);
        return thread.Id;
    }

    public async Task<string> SendAsync(string threadId, string agentId, string text, CancellationToken cancellationToken)
    {
        await _client.Messages.CreateMessageAsync(threadId, MessageRole.User, text, cancellationToken: cancellationToken);
        ThreadRun run = await _client.Runs.CreateRunAsync(threadId, agentId, cancellationToken: cancellationToken);
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
        {
            await Task.Delay(500, cancellationToken);
            run = await _client.Runs.GetRunAsync(threadId, run.Id, cancellationToken);
        }

        if (run.Status != RunStatus.Completed)
        {
            return $"Run failed: {run.LastError?.Message}";
        }

        await foreach (PersistentThreadMessage message in _client.Messages.GetMessagesAsync(threadId, cancellationToken: cancellationToken))
        {
            if (message.Role == MessageRole.Agent)
            {
                return string.Join("\n", message.ContentItems.OfType<MessageTextContent>().Select(content => content.Text));
            }
        }

        return string.Empty;
    }
}
