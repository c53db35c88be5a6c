using AgentsMigration.Adapter.AgentsV2;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>
/// Between the run and its reader: a ring of bytes that grows to its capacity as it is needed. The writer waits for a slow reader and not for one that has gone,
/// so that a run ends whoever watches it.
/// </summary>
internal sealed class EventPipe(TimeProvider time, TimeSpan patience)
{
    private const int InitialSize = 4 * 1024;
    private const int Capacity = 64 * 1024;

    private byte[] _ring = new byte[InitialSize];
    private readonly object _gate = new();
    private TaskCompletionSource<bool>? _readable;
    private TaskCompletionSource<bool>? _writable;
    private int _head;
    private int _count;
    private bool _completed;
    private bool _readerGone;
    private Exception? _error;

    public bool ReaderGone
    {
        get
        {
            lock (_gate)
                return _readerGone;
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            TaskCompletionSource<bool>? wait;
            lock (_gate)
            {
                if (_readerGone)
                    return;
                bytes = bytes.Slice(Put(bytes.Span));
                if (!bytes.IsEmpty)
                    _writable ??= NewSignal();
                wait = _writable;
                Release(ref _readable);
            }
            if (!bytes.IsEmpty && !await WaitAsync(wait!.Task, cancellationToken).ConfigureAwait(false))
                Detach();
        }
    }

    /// <param name="error">What the reader meets after the last byte, in place of the end.</param>
    public void Complete(Exception? error = null)
    {
        lock (_gate)
        {
            if (_completed)
                return;
            (_completed, _error) = (true, error);
            Release(ref _readable);
        }
    }

    /// <summary>The reader has gone: nothing waits for it any more.</summary>
    public void Detach()
    {
        lock (_gate)
        {
            (_readerGone, _count) = (true, 0);
            Release(ref _writable);
            Release(ref _readable);
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (_gate)
            {
                if (_count > 0 || target.IsEmpty)
                    return Take(target.Span);
                if (_completed || _readerGone)
                    return _error is null ? 0 : throw new IOException(_error.Message, _error);
                wait = (_readable ??= NewSignal()).Task;
            }
            await AwaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    private int Put(ReadOnlySpan<byte> bytes)
    {
        int total = Math.Min(bytes.Length, Capacity - _count);
        if (_count + total > _ring.Length)
            Grow(_count + total);
        int tail = (_head + _count) % _ring.Length;
        int first = Math.Min(total, _ring.Length - tail);
        bytes.Slice(0, first).CopyTo(_ring.AsSpan(tail));
        bytes.Slice(first, total - first).CopyTo(_ring);
        _count += total;
        return total;
    }

    private void Grow(int needed)
    {
        int size = _ring.Length;
        while (size < needed)
            size *= 2;
        byte[] larger = new byte[size];
        Copy(_count, larger);
        (_ring, _head) = (larger, 0);
    }

    private int Take(Span<byte> target)
    {
        int total = Math.Min(target.Length, _count);
        Copy(total, target);
        _head = (_head + total) % _ring.Length;
        _count -= total;
        Release(ref _writable);
        return total;
    }

    private void Copy(int count, Span<byte> target)
    {
        int first = Math.Min(count, _ring.Length - _head);
        _ring.AsSpan(_head, first).CopyTo(target);
        _ring.AsSpan(0, count - first).CopyTo(target.Slice(first));
    }

    /// <summary>False where the reader has read nothing for longer than it is worth.</summary>
    private async Task<bool> WaitAsync(Task readerMoved, CancellationToken cancellationToken)
    {
        using CancellationTokenSource given = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task timeout = time.WaitAsync(patience, given.Token);
        Task first = await Task.WhenAny(readerMoved, timeout).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        given.Cancel();
        return first == readerMoved;
    }

    private static async Task AwaitAsync(Task task, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            await task.ConfigureAwait(false);
            return;
        }
        TaskCompletionSource<bool> cancelled = NewSignal();
        using CancellationTokenRegistration registration = cancellationToken.Register(
            static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), cancelled);
        await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static void Release(ref TaskCompletionSource<bool>? waiting)
    {
        waiting?.TrySetResult(true);
        waiting = null;
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
