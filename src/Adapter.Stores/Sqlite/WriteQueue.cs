using System.Collections.Concurrent;

namespace AgentsMigration.Adapter.Stores.Sqlite;

/// <summary>
/// Writes on one connection, one at a time. Those that come while another is under way are done together, in one
/// transaction, and each returns once that is in the log: many callers share the costs of a commit.
/// </summary>
internal sealed class WriteQueue(DocumentConnection connection, TimeProvider time) : IDisposable
{
    private const int MostAtOnce = 256;
    private const int WritesBetweenPurges = 64;
    private const int PurgeLimit = 256;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentQueue<QueuedWrite> _waiting = [];
    private int _draining;
    private int _sincePurge = WritesBetweenPurges;
    private bool _disposed;

    /// <summary>A write that is cancelled has not been done.</summary>
    public ValueTask<bool> WriteAsync(Func<DocumentConnection, bool> write, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);
        // Where others are at work, they will soon want to write too: behind what they do, all is written together.
        if (_waiting.IsEmpty && ThreadPool.PendingWorkItemCount == 0 && _writing.Wait(0, CancellationToken.None))
            return WriteNow(write);

        QueuedWrite queued = new(write, cancellationToken);
        _waiting.Enqueue(queued);
        if (Interlocked.Exchange(ref _draining, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static queue => _ = queue.DrainAsync(), this, preferLocal: false);
        return new(queued.Task);
    }

    /// <summary>Waits for the write that is under way; those behind it fail.</summary>
    public void Dispose()
    {
        _writing.Wait();
        Close();
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        Close();
    }

    private ValueTask<bool> WriteNow(Func<DocumentConnection, bool> write)
    {
        try
        {
            return new(Write(write));
        }
        catch (Exception error)
        {
            return ValueTask.FromException<bool>(error);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            await _writing.WaitAsync().ConfigureAwait(false);
            try
            {
                WriteAll(Take());
            }
            finally
            {
                _writing.Release();
            }
            if (!_waiting.IsEmpty)
                continue;
            Volatile.Write(ref _draining, 0);
            // Whoever came in between saw somebody draining, and has left it to us.
            if (_waiting.IsEmpty || Interlocked.Exchange(ref _draining, 1) != 0)
                return;
        }
    }

    private List<QueuedWrite> Take()
    {
        List<QueuedWrite> taken = [];
        while (taken.Count < MostAtOnce && _waiting.TryDequeue(out QueuedWrite? next))
        {
            if (next.TryBegin())
                taken.Add(next);
        }
        return taken;
    }

    private void WriteAll(List<QueuedWrite> writes)
    {
        if (writes.Count > 1 && TryWriteTogether(writes))
            return;
        foreach (QueuedWrite one in writes)
        {
            try
            {
                one.Complete(Write(one.Write));
            }
            catch (Exception error)
            {
                one.Fail(error);
            }
        }
    }

    /// <summary>False where they have to be done one by one, so that each meets its own failure.</summary>
    private bool TryWriteTogether(List<QueuedWrite> writes)
    {
        bool[] results = new bool[writes.Count];
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            PurgeAfter(writes.Count);
            connection.Begin();
        }
        catch (Exception error)
        {
            // A file that is locked for one is locked for all: they have waited for it together.
            writes.ForEach(one => one.Fail(error));
            return true;
        }
        try
        {
            for (int i = 0; i < results.Length; i++)
                results[i] = writes[i].Write(connection);
            connection.Commit();
        }
        catch (Exception error)
        {
            if (connection.TryRollback())
                return false;
            writes.ForEach(one => one.Fail(error));
            return true;
        }
        for (int i = 0; i < results.Length; i++)
            writes[i].Complete(results[i]);
        return true;
    }

    private bool Write(Func<DocumentConnection, bool> write)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        PurgeAfter(1);
        return write(connection);
    }

    /// <summary>
    /// Expired documents are invisible at once; their rows go in small portions, beside other work. Before a write: a failure
    /// after it would belie it.
    /// </summary>
    private void PurgeAfter(int writes)
    {
        _sincePurge += writes;
        if (_sincePurge < WritesBetweenPurges)
            return;
        _sincePurge = 0;
        connection.Purge(time.GetUtcNow().UtcTicks, PurgeLimit);
    }

    private void Close()
    {
        try
        {
            if (_disposed)
                return;
            _disposed = true;
            connection.Dispose();
        }
        finally
        {
            _writing.Release();
        }
    }
}
