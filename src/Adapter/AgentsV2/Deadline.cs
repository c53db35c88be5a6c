namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>A token that is cancelled with the caller's, or when the time is up.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timed;
    private readonly CancellationToken _caller;
    private readonly ITimer _timer;

    public Deadline(TimeProvider time, TimeSpan left, CancellationToken caller)
    {
        _caller = caller;
        _timed = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _timer = time.CreateTimer(
            static source => ((CancellationTokenSource)source!).Cancel(), _timed, left, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _timed.Token;

    /// <summary>It was the clock, not the caller.</summary>
    public bool HasPassed => _timed.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _timer.Dispose();
        _timed.Dispose();
    }
}
