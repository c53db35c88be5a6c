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
        RunRecord run = await tracker.RefreshAsync(entry, cancellationToken).ConfigureAwait(false);
        if (ThreadLock.IsFree(run))
            await threadLock.ReleaseAsync(run.ThreadId, run.Id, cancellationToken).ConfigureAwait(false);
        return run;
    }
}
