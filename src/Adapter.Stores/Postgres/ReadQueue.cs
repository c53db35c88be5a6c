using System.Collections.Concurrent;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>
/// Reads of many callers. As many as there are processors are under way at once; those that come meanwhile wait for the next
/// of them to end, and are read together in one round trip. Without load nobody waits.
/// </summary>
/// <param name="read">Reads documents, in the order of their keys.</param>
internal sealed class ReadQueue(Func<IReadOnlyList<DocumentKey>, Task<StoredDocument?[]>> read)
{
    private const int MostTogether = 64;

    private readonly ConcurrentQueue<Waiting> _waiting = [];
    private int _free = Environment.ProcessorCount;

    /// <summary>A caller that gives up leaves the read to the others it is done with.</summary>
    public async ValueTask<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiting own = new(key);
        _waiting.Enqueue(own);
        if (TryBegin())
            _ = DrainAsync();
        return await own.Answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private bool TryBegin()
    {
        if (Interlocked.Decrement(ref _free) >= 0)
            return true;
        Interlocked.Increment(ref _free);
        return false;
    }

    private async Task DrainAsync()
    {
        do
        {
            while (Take() is { Length: > 0 } taken)
                await AnswerAsync(taken).ConfigureAwait(false);
            Interlocked.Increment(ref _free);
            // Whoever came in between may have seen no place free, and has left it to us.
        }
        while (!_waiting.IsEmpty && TryBegin());
    }

    private Waiting[] Take()
    {
        List<Waiting> taken = [];
        while (taken.Count < MostTogether && _waiting.TryDequeue(out Waiting? next))
            taken.Add(next);
        return [.. taken];
    }

    private async Task AnswerAsync(Waiting[] taken)
    {
        try
        {
            StoredDocument?[] found = await read([.. taken.Select(one => one.Key)]).ConfigureAwait(false);
            for (int i = 0; i < taken.Length; i++)
                taken[i].Answer.SetResult(found[i]);
        }
        catch (Exception error) when (taken.Length == 1 || error is StateDatabaseException)
        {
            foreach (Waiting one in taken)
                one.Answer.SetException(error);
        }
        catch
        {
            // Each meets its own failure.
            foreach (Waiting one in taken)
                await AnswerAsync([one]).ConfigureAwait(false);
        }
    }

    private sealed class Waiting(DocumentKey key)
    {
        public DocumentKey Key => key;

        public TaskCompletionSource<StoredDocument?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
