using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>The run that a path names.</summary>
internal sealed class RunFinder(AdapterState state, RunTracker tracker, ThreadLock threadLock)
{
    public async Task<Entry<RunRecord>> FindAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        string runId = call["run_id"];
        return LegacyIds.IsRun(runId)
            && await state.Runs.FindAsync(runId, cancellationToken).ConfigureAwait(false) is { } entry
            && entry.Value.ThreadId == threadId
                ? entry
                : throw LegacyErrors.NotFound("run", runId);
    }

    /// <summary>Brought up to date; its thread is free when it has ended.</summary>
    public async Task<RunRecord> RefreshAsync(RouteCall call, CancellationToken cancellationToken)
    {
        Entry<RunRecord> entry = await FindAsync(call, cancellationToken).ConfigureAwait(false);
        return await RefreshAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for a run of a list, which is shown as it was last known where the service does not answer.</summary>
    public async Task<RunRecord> RefreshListedAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (!RunStatus.IsActive(run.Status))
            return run;
        try
        {
            return await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is { } entry
                ? await RefreshAsync(entry, cancellationToken).ConfigureAwait(false)
                : run;
        }
        catch (Exception error) when (error is V2Exception or LegacyException)
        {
            return run;
        }
    }

    private async Task<RunRecord> RefreshAsync(Entry<RunRecord> entry, CancellationToken cancellationToken)
    {
        RunRecord run = await tracker.RefreshAsync(entry, cancellationToken).ConfigureAwait(false);
        if (ThreadLock.IsFree(run))
            await threadLock.ReleaseAsync(run.ThreadId, run.Id, cancellationToken).ConfigureAwait(false);
        return run;
    }
}
