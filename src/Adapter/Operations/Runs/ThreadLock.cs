using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// One active run per thread. v2 locks a conversation only while it generates, legacy also between a tool call and its
/// output: so the lock is the store's (docs/wire.md, Lock).
/// </summary>
internal sealed class ThreadLock(AdapterState state, RunTracker tracker, RunKeeper keeper, TimeProvider time)
{
    /// <summary>Seconds between the lock and the record of its run: there is nothing but a write between them.</summary>
    private const long CreationLease = 10;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(20);

    /// <exception cref="LegacyException">Another run of the thread is active.</exception>
    public async Task AcquireAsync(string threadId, string runId, CancellationToken cancellationToken)
    {
        while (true)
        {
            ThreadLockRecord record = new() { ThreadId = threadId, RunId = runId, RecordedBy = time.Seconds() + CreationLease };
            if (await state.Locks.TryAddAsync(threadId, "", record, cancellationToken).ConfigureAwait(false))
                return;
            if (await FindActiveRunAsync(threadId, cancellationToken).ConfigureAwait(false) is { } active)
                throw LegacyErrors.ActiveRun(threadId, active);
        }
    }

    public async Task ReleaseAsync(string threadId, string runId, CancellationToken cancellationToken)
    {
        if (await state.Locks.FindAsync(threadId, cancellationToken).ConfigureAwait(false) is { } current && current.Value.RunId == runId)
            await state.Locks.TryDeleteAsync(threadId, cancellationToken, current.Tag).ConfigureAwait(false);
    }

    /// <summary>The run that holds the lock, after asking how it fares; a lock whose run has ended is released.</summary>
    public async Task<string?> FindActiveRunAsync(string threadId, CancellationToken cancellationToken)
    {
        while (await state.Locks.FindAsync(threadId, cancellationToken).ConfigureAwait(false) is { } current)
        {
            string runId = current.Value.RunId;
            if (await state.Runs.FindAsync(runId, cancellationToken).ConfigureAwait(false) is { } run)
            {
                RunRecord refreshed = await tracker.RefreshAsync(run, cancellationToken).ConfigureAwait(false);
                if (!IsFree(refreshed))
                    return runId;
            }
            else if (current.Value.RecordedBy > time.Seconds())
            {
                await time.WaitAsync(RetryDelay, cancellationToken).ConfigureAwait(false);
                continue;
            }
            await ReleaseAsync(threadId, runId, cancellationToken).ConfigureAwait(false);
        }
        return null;
    }

    /// <summary>Whether the run's thread can go on: it has ended and left nothing to mend.</summary>
    public static bool IsFree(RunRecord run) => !RunStatus.IsActive(run.Status) && !run.NeedsRepair;

    /// <summary>Stops the active run, for a thread that is about to be deleted.</summary>
    public async Task BreakAsync(string threadId, CancellationToken cancellationToken)
    {
        if (await FindActiveRunAsync(threadId, cancellationToken).ConfigureAwait(false) is not { } runId)
            return;
        if (await state.Runs.FindAsync(runId, cancellationToken).ConfigureAwait(false) is { } run)
            await keeper.StopAsync(run.Value, cancellationToken).ConfigureAwait(false);
        await ReleaseAsync(threadId, runId, cancellationToken).ConfigureAwait(false);
    }
}
