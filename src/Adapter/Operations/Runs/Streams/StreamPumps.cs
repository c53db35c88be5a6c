namespace AgentsMigration.Adapter.Operations.Runs.Streams;

/// <summary>The runs that are being followed: they are the adapter's, not their readers'.</summary>
internal sealed class StreamPumps : IDisposable
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly HashSet<Task> _running = [];

    public void Start(Func<CancellationToken, Task> run)
    {
        CancellationToken stopping = _stopping.Token;
        // Not with the caller's context: it may end with the caller.
        Task task = Task.Run(() => run(stopping), CancellationToken.None);
        lock (_running)
            _running.Add(task);
        task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends them where they are; their runs go on in the service.</summary>
    public void Dispose()
    {
        if (_stopping.IsCancellationRequested)
            return;
        _stopping.Cancel();
        Task[] running;
        lock (_running)
            running = [.. _running];
        try
        {
            Task.WaitAll(running, LongestGoodbye);
        }
        catch (AggregateException)
        {
            // Each has told its own reader.
        }
    }

    private void Forget(Task task)
    {
        lock (_running)
            _running.Remove(task);
    }
}
