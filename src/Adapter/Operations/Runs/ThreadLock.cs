using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// One active run per thread. v2 locks a conversation only while it generates, legacy also between a tool call and its
/// output: so the lock is the store's (docs/wire.md, Lock).
/// </summary>
internal sealed class ThreadLock(AdapterState state, RunTracker tracker, RunKeeper keeper)
{
    /// <summary>Puts the run on record, with its thread locked for it.</summary>
    /// <exception cref="LegacyException">Another run of the thread is active.</exception>
    public async Task<Entry<RunRecord>> AcquireAsync(RunRecord run, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await state.TryAddRunAsync(run).ConfigureAwait(false) is { } entry)
                return entry;
            if (await FindActiveRunAsync(run.ThreadId, cancellationToken).ConfigureAwait(false) is { } active)
                throw LegacyErrors.ActiveRun(run.ThreadId, active);
        }
    }

    public async Task ReleaseAsync(string threadId, string runId, CancellationToken cancellationToken)
    {
        if (await state.Locks.FindAsync(threadId, cancellationToken).ConfigureAwait(false) is { } current && current.Value.RunId == runId)
            await state.Locks.TryDeleteAsync(threadId, cancellationToken, current.Tag).ConfigureAwait(false);
    }

    /// <summary>The run that holds the lock, after asking how it fares; a lock whose run has ended, or was refused, is released.</summary>
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
