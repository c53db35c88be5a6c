using Azure.AI.Agents.Persistent;

namespace ThreadReport;

/// <summary>What the threads of a project cost, and the old ones gone.</summary>
public sealed class ThreadReport(PersistentAgentsClient client, TimeProvider clock)
{
    public async Task<long> TokensAsync(CancellationToken cancellationToken)
    {
        long tokens = 0;
        await foreach (PersistentAgentThread thread in client.Threads.GetThreadsAsync(limit: 50, cancellationToken: cancellationToken))
        {
            await foreach (ThreadRun run in client.Runs.GetRunsAsync(thread.Id, cancellationToken: cancellationToken))
            {
                if (run.Status == RunStatus.Completed) tokens += run.Usage.TotalTokens;
            }
        }

        return tokens;
    }

    public async Task<int> DeleteOlderThanAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        int deleted = 0;
        await foreach (PersistentAgentThread thread in client.Threads.GetThreadsAsync(order: ListSortOrder.Ascending, cancellationToken: cancellationToken))
        {
            if (thread.CreatedAt > clock.GetUtcNow() - age) break;

            await client.Threads.DeleteThreadAsync(thread.Id, cancellationToken);
            deleted++;
        }

        return deleted;
    }
}
