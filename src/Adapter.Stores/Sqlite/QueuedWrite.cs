namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>A write that waits for its turn; until then it can be cancelled.</summary>
internal sealed class QueuedWrite
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _registration;
    private int _decided;

    public QueuedWrite(Func<DocumentConnection, bool> write, CancellationToken cancellationToken)
    {
        Write = write;
        _cancellationToken = cancellationToken;
        _registration = cancellationToken.UnsafeRegister(static state => ((QueuedWrite)state!).Cancel(), this);
    }

    public Func<DocumentConnection, bool> Write { get; }

    public Task<bool> Task => _done.Task;

    /// <summary>False where it has been cancelled.</summary>
    public bool TryBegin()
    {
        bool begun = Interlocked.Exchange(ref _decided, 1) == 0;
        if (begun)
            _registration.Unregister();
        return begun;
    }

    public void Complete(bool result) => _done.SetResult(result);

    public void Fail(Exception error) => _done.SetException(error);

    private void Cancel()
    {
        if (Interlocked.Exchange(ref _decided, 1) == 0)
            _done.SetCanceled(_cancellationToken);
    }
}
