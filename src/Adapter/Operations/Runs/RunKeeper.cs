using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Diagnostics;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// Changes the record of a run by compare-and-set: of two requests one wins, and both see the same. What a response made is
/// kept before its end is on record, and the conversation of a run that broke off is put in order behind it.
/// </summary>
internal sealed class RunKeeper(
    V2Client v2, AdapterState state, RunResults results, ConversationRepair repair, RunTelemetry telemetry)
{
    /// <summary>The record as it is now stored: this one, or that of whoever came first.</summary>
    public async Task<RunRecord> PutAsync(Entry<RunRecord> entry, RunRecord updated, CancellationToken cancellationToken)
    {
        updated = WithoutSecrets(updated);
        if (!await state.Runs.TryReplaceAsync(updated.Id, entry, updated, cancellationToken).ConfigureAwait(false))
            return await ReadAgainAsync(updated, cancellationToken).ConfigureAwait(false);
        telemetry.Change(entry.Value, updated);
        return await SettleStoredAsync(updated, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the response made is kept before its end is on record.</summary>
    public async Task<bool> TryPutAsync(
        Entry<RunRecord> entry, RunRecord updated, JsonElement response, CancellationToken cancellationToken)
    {
        if (updated.Status is not (RunStatus.Queued or RunStatus.InProgress or RunStatus.Cancelling))
            await results.KeepAsync(updated, response, cancellationToken).ConfigureAwait(false);
        updated = WithoutSecrets(updated);
        if (!await state.Runs.TryReplaceAsync(updated.Id, entry, updated, cancellationToken).ConfigureAwait(false))
            return false;
        telemetry.Change(entry.Value, updated);
        await SettleStoredAsync(updated, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Headers of servers are kept as long as a response may need them.</summary>
    private static RunRecord WithoutSecrets(RunRecord run) => RunStatus.IsActive(run.Status) || run.Plan.McpServers.Count == 0
        ? run
        : run with { Plan = run.Plan with { McpServers = McpServers.WithoutHeaders(run.Plan.McpServers) } };

    /// <summary>The record said first that the conversation must be mended: whoever comes next does it, if this one cannot.</summary>
    public async Task<RunRecord> SettleAsync(Entry<RunRecord> entry, CancellationToken cancellationToken)
    {
        if (!entry.Value.NeedsRepair)
            return entry.Value;
        await repair.RunAsync(entry.Value.ThreadId, [], cancellationToken).ConfigureAwait(false);
        RunRecord settled = entry.Value with { NeedsRepair = false };
        return await state.Runs.TryReplaceAsync(settled.Id, entry, settled, cancellationToken).ConfigureAwait(false)
            ? settled
            : await ReadAgainAsync(settled, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Mends the conversation of a run that has just been stored, where it says so.</summary>
    public async Task<RunRecord> SettleStoredAsync(RunRecord run, CancellationToken cancellationToken) =>
        run.NeedsRepair && await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is { } stored
            ? await SettleAsync(stored, cancellationToken).ConfigureAwait(false)
            : run;

    public async Task<RunRecord> ReadAgainAsync(RunRecord run, CancellationToken cancellationToken) =>
        (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false))?.Value ?? run;

    /// <summary>
    /// Cancels the current response; one that has ended meanwhile is left as it is. Where nothing can be cancelled it is
    /// deleted, so that nothing of it counts.
    /// </summary>
    public Task StopAsync(RunRecord run, CancellationToken cancellationToken) =>
        // Where outputs are about to be sent on, the current response is the one that asked for them: it has ended.
        run is { CurrentResponse: { } current, PendingOutputs: 0 } ? StopAsync(current, cancellationToken) : Task.CompletedTask;

    public async Task StopAsync(string response, CancellationToken cancellationToken)
    {
        try
        {
            if (v2.Features.Cancel)
                await v2.PostAgainAsync(V2Route.ResponseCancel(response), null, cancellationToken).ConfigureAwait(false);
            else
                await v2.DeleteAsync(V2Route.Response(response), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.StatusCode is >= 400 and < 500 and not (401 or 403 or 429))
        {
            // Already over, or gone.
        }
    }
}
