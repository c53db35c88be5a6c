using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>Brings a run record up to date with its response.</summary>
/// <remarks>
/// (1) A run that has ended, or waits for tool outputs, is what the store says.
/// (2) A run past its time is stopped upstream and expires.
/// (3) Otherwise the response is asked. (4) Where it has ended, what it made is kept first: a run is never reported
/// completed before its files are safe. (5) The record changes by compare-and-set: of two pollers one wins, both see the same.
/// </remarks>
internal sealed class RunTracker(V2Client v2, AdapterState state, RunResults results, TimeProvider time)
{
    public async Task<RunRecord> RefreshAsync(Entry<RunRecord> entry, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        if (!RunStatus.IsActive(run.Status))
            return run;
        long now = time.Seconds();
        if (run.ExpiresAt <= now)
            return await ExpireAsync(entry, cancellationToken).ConfigureAwait(false);
        if (run.Status == RunStatus.RequiresAction)
            return run;

        JsonElement response = await GetResponseAsync(run, cancellationToken).ConfigureAwait(false);
        RunRecord updated = RunProgress.Apply(run, response, now);
        if (!RunStatus.IsActive(updated.Status) || updated.Status == RunStatus.RequiresAction)
            await results.KeepAsync(updated, response, cancellationToken).ConfigureAwait(false);
        return updated.Status == run.Status && updated.StartedAt == run.StartedAt
            ? run
            : await PutAsync(entry, updated, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Cancels the current response; one that has ended meanwhile is left as it is.</summary>
    public async Task StopAsync(RunRecord run, CancellationToken cancellationToken)
    {
        try
        {
            V2Route route = V2Route.ResponseCancel(run.Responses[run.Responses.Count - 1]);
            await v2.PostAsync(route, null, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.StatusCode is >= 400 and < 500 and not (401 or 403 or 429))
        {
            // Already over, or gone.
        }
    }

    private async Task<RunRecord> ExpireAsync(Entry<RunRecord> entry, CancellationToken cancellationToken)
    {
        if (entry.Value.Status != RunStatus.RequiresAction)
            await StopAsync(entry.Value, cancellationToken).ConfigureAwait(false);
        RunRecord expired = entry.Value with { Status = RunStatus.Expired, ExpiresAt = null, OpenToolCalls = [] };
        return await PutAsync(entry, expired, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement> GetResponseAsync(RunRecord run, CancellationToken cancellationToken)
    {
        try
        {
            V2Route route = V2Route.Response(run.Responses[run.Responses.Count - 1]);
            return await v2.GetAsync(route, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("run", run.Id);
        }
    }

    private async Task<RunRecord> PutAsync(Entry<RunRecord> entry, RunRecord updated, CancellationToken cancellationToken)
    {
        if (await state.Runs.TryReplaceAsync(updated.Id, entry, updated, cancellationToken).ConfigureAwait(false))
            return updated;
        return (await state.Runs.FindAsync(updated.Id, cancellationToken).ConfigureAwait(false))?.Value ?? updated;
    }
}
