namespace AgentsMigration.Adapter.AgentsV2;

internal static class Clock
{
    /// <summary>Unix seconds, as every timestamp on the wire.</summary>
    public static long Seconds(this TimeProvider time) => time.GetUtcNow().ToUnixTimeSeconds();

    public static Task WaitAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
#if NETSTANDARD2_0
        time.Delay(delay, cancellationToken);
#else
        Task.Delay(delay, time, cancellationToken);
#endif
}
