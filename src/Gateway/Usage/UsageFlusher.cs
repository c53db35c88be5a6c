using Microsoft.Extensions.Hosting;

namespace AgentsMigration.Gateway.Usage;

/// <summary>Carries counts to the state twice a minute, and once more at the end.</summary>
internal sealed class UsageFlusher(UsageCounter counter, LegacyAgentsOptions options, ILogger<UsageFlusher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, options.TimeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await FlushAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last counts go with the stop.
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        // In memory they would outlive nothing that the counter does not.
        if (options.Documents is not { } documents)
            return;
        UsageStore store = new(documents);
        foreach ((UsageKey key, long count, long lastSeen) in counter.Take())
        {
            try
            {
                await store.AddAsync(key, count, lastSeen, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                counter.Return(key, count);
                if (failure is OperationCanceledException)
                    throw;
                UsageLog.NotKept(logger, failure.GetType().Name);
                return;
            }
        }
    }
}

internal static partial class UsageLog
{
    [LoggerMessage(20, LogLevel.Warning, "The counts of legacy calls could not be kept and will be tried again: {Failure}")]
    public static partial void NotKept(ILogger logger, string failure);
}
