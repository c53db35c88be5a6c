using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Diagnostics;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>Brings a run record up to date with its response, and finishes what a request before it has begun.</summary>
/// <remarks>
/// (1) A run that has ended is what the store says, once its conversation is in order.
/// (2) A run past its time is stopped upstream and expires.
/// (3) Outputs that were taken but not sent on are sent now.
/// (4) A run that waits for outputs waits, unless it is to be cancelled.
/// (5) Otherwise the response is asked; what it made is kept before its end is reported.
/// (6) The record changes by compare-and-set: of two pollers one wins, both see the same.
/// </remarks>
internal sealed class RunTracker(
    V2Client v2,
    AdapterState state,
    RunResults results,
    ResponseCreator responses,
    ConversationRepair repair,
    RunTelemetry telemetry,
    TimeProvider time)
{
    /// <summary>Seconds that the taker of tool outputs has to send them on: a create answers at once.</summary>
    public const long PendingLease = 60;

    public async Task<RunRecord> RefreshAsync(Entry<RunRecord> entry, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        long now = time.Seconds();
        if (!RunStatus.IsActive(run.Status))
            return await SettleAsync(entry, cancellationToken).ConfigureAwait(false);
        if (run.ExpiresAt <= now)
            return await ExpireAsync(entry, now, cancellationToken).ConfigureAwait(false);
        if (run.OpenToolCalls.Count > 0)
        {
            return run.Status == RunStatus.Cancelling
                ? await CancelWaitingAsync(entry, now, cancellationToken).ConfigureAwait(false)
                : run;
        }
        if (run.PendingOutputs > 0)
            return await TakeOverAsync(entry, now, cancellationToken).ConfigureAwait(false);
        return await AskAsync(entry, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the response for the outputs that the record holds as pending.</summary>
    public async Task<ContinuedRun> ContinueAsync(Entry<RunRecord> entry, bool stream, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        ToolOutput[] pending = [.. run.ToolOutputs.Skip(run.ToolOutputs.Count - run.PendingOutputs)];
        ContinuedRun continued;
        try
        {
            continued = await responses.ContinueAsync(run, pending, stream, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.StatusCode is >= 400 and < 500 and not (401 or 403 or 408 or 429))
        {
            // The service took the outputs and reported what came of them as the run's end.
            continued = new ContinuedRun(run with
            {
                Status = RunStatus.Failed,
                FailedAt = time.Seconds(),
                ExpiresAt = null,
                NeedsRepair = true,
                LastError = RunProgress.ToError(error.Code, LegacyWords.Translate(error.Message)),
            });
        }
        catch
        {
            RunRecord released = run with { PendingUntil = null };
            await state.Runs.TryReplaceAsync(run.Id, entry, released, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        return continued with { Run = await PutContinuedAsync(entry, continued.Run).ConfigureAwait(false) };
    }

    /// <summary>Outputs whose taker has not come back in time are sent on by whoever comes next, and by nobody before.</summary>
    private async Task<RunRecord> TakeOverAsync(Entry<RunRecord> entry, long now, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        if (run.PendingUntil > now)
            return run;
        RunRecord claimed = run with { PendingUntil = now + PendingLease };
        if (!await state.Runs.TryReplaceAsync(run.Id, entry, claimed, cancellationToken).ConfigureAwait(false)
            || await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is not { } own)
        {
            return await ReadAgainAsync(run, cancellationToken).ConfigureAwait(false);
        }
        return (await ContinueAsync(own, stream: false, cancellationToken).ConfigureAwait(false)).Run;
    }

    /// <summary>
    /// Written down even when the caller has gone: the response exists. A cancel that came meanwhile holds for it.
    /// </summary>
    private async Task<RunRecord> PutContinuedAsync(Entry<RunRecord> entry, RunRecord continued)
    {
        RunRecord updated = continued with { PendingOutputs = 0, PendingUntil = null };
        while (!await state.Runs.TryReplaceAsync(updated.Id, entry, updated, CancellationToken.None).ConfigureAwait(false))
        {
            if (await state.Runs.FindAsync(updated.Id, CancellationToken.None).ConfigureAwait(false) is not { } latest)
                return updated;
            if (latest.Value.PendingOutputs == 0)
                return latest.Value;
            entry = latest;
            bool cancelling = latest.Value.Status == RunStatus.Cancelling && RunStatus.IsActive(updated.Status);
            updated = updated with { Metadata = latest.Value.Metadata, Status = cancelling ? RunStatus.Cancelling : updated.Status };
        }
        telemetry.Change(entry.Value, updated);
        if (updated.Status == RunStatus.Cancelling)
            await StopAsync(updated, CancellationToken.None).ConfigureAwait(false);
        return await SettleStoredAsync(updated, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Ends a run whose response can no longer be followed.</summary>
    public async Task<RunRecord> FailAsync(RunRecord run, string message, CancellationToken cancellationToken)
    {
        while (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is { } entry && RunStatus.IsActive(entry.Value.Status))
        {
            await StopAsync(entry.Value, cancellationToken).ConfigureAwait(false);
            RunRecord failed = entry.Value with
            {
                Status = RunStatus.Failed,
                FailedAt = time.Seconds(),
                ExpiresAt = null,
                OpenToolCalls = [],
                NeedsRepair = entry.Value.ToolOutputs.Count > 0,
                LastError = new RunError("server_error", message),
            };
            RunRecord stored = await PutAsync(entry, failed, cancellationToken).ConfigureAwait(false);
            if (!RunStatus.IsActive(stored.Status))
                return stored;
        }
        return (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false))?.Value ?? Gone(run);
    }

    /// <summary>Cancels the current response; one that has ended meanwhile is left as it is.</summary>
    public async Task StopAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (run.CurrentResponse is not { } current)
            return;
        try
        {
            await v2.PostAgainAsync(V2Route.ResponseCancel(current), null, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.StatusCode is >= 400 and < 500 and not (401 or 403 or 429))
        {
            // Already over, or gone.
        }
    }

    public async Task<JsonElement> GetResponseAsync(RunRecord run, string responseId, CancellationToken cancellationToken)
    {
        try
        {
            return await v2.GetAsync(V2Route.ResponseWithOutputs(responseId), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("run", run.Id);
        }
    }

    /// <summary>Brings the run up to date with what a stream says of its response; it gives way to nobody but an end.</summary>
    public async Task<RunRecord> ObserveAsync(RunRecord run, JsonElement response, CancellationToken cancellationToken)
    {
        while (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            RunRecord known = entry.Value;
            if (!RunStatus.IsActive(known.Status) || known.CurrentResponse != run.CurrentResponse || known.OpenToolCalls.Count > 0)
                return await SettleAsync(entry, cancellationToken).ConfigureAwait(false);
            RunRecord updated = RunProgress.Apply(known, response, time.Seconds());
            if (updated == known || await TryPutAsync(entry, updated, response, cancellationToken).ConfigureAwait(false))
                return await ReadAgainAsync(updated, cancellationToken).ConfigureAwait(false);
        }
        return Gone(run);
    }

    /// <summary>A run that was deleted with its thread, to whoever still watches it.</summary>
    public RunRecord Gone(RunRecord run) => run with
    {
        Status = RunStatus.Cancelled,
        CancelledAt = time.Seconds(),
        ExpiresAt = null,
        OpenToolCalls = [],
    };

    private async Task<RunRecord> AskAsync(Entry<RunRecord> entry, long now, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        JsonElement response = await GetResponseAsync(run, run.CurrentResponse!, cancellationToken).ConfigureAwait(false);
        RunRecord updated = RunProgress.Apply(run, response, now);
        if (updated == run)
            return run;
        await TryPutAsync(entry, updated, response, cancellationToken).ConfigureAwait(false);
        return await ReadAgainAsync(updated, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the response made is kept before its end is on record.</summary>
    private async Task<bool> TryPutAsync(
        Entry<RunRecord> entry, RunRecord updated, JsonElement response, CancellationToken cancellationToken)
    {
        if (updated.Status is not (RunStatus.Queued or RunStatus.InProgress or RunStatus.Cancelling))
            await results.KeepAsync(updated, response, cancellationToken).ConfigureAwait(false);
        if (!await state.Runs.TryReplaceAsync(updated.Id, entry, updated, cancellationToken).ConfigureAwait(false))
            return false;
        telemetry.Change(entry.Value, updated);
        if (updated.NeedsRepair && await state.Runs.FindAsync(updated.Id, cancellationToken).ConfigureAwait(false) is { } stored)
            await SettleAsync(stored, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<RunRecord> CancelWaitingAsync(Entry<RunRecord> entry, long now, CancellationToken cancellationToken)
    {
        RunRecord cancelled = entry.Value with
        {
            Status = RunStatus.Cancelled,
            CancelledAt = now,
            ExpiresAt = null,
            OpenToolCalls = [],
            NeedsRepair = true,
        };
        return await PutAsync(entry, cancelled, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunRecord> ExpireAsync(Entry<RunRecord> entry, long now, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        if (run.OpenToolCalls.Count == 0)
            await StopAsync(run, cancellationToken).ConfigureAwait(false);
        RunRecord expired = run with
        {
            Status = RunStatus.Expired,
            ExpiredAt = now,
            ExpiresAt = null,
            OpenToolCalls = [],
            PendingOutputs = 0,
            NeedsRepair = run.OpenToolCalls.Count > 0 || run.ToolOutputs.Count > 0,
        };
        return await PutAsync(entry, expired, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The record said first that the conversation must be mended: whoever comes next does it, if this one cannot.</summary>
    private async Task<RunRecord> SettleAsync(Entry<RunRecord> entry, CancellationToken cancellationToken)
    {
        if (!entry.Value.NeedsRepair)
            return entry.Value;
        await repair.RunAsync(entry.Value.ThreadId, [], cancellationToken).ConfigureAwait(false);
        RunRecord settled = entry.Value with { NeedsRepair = false };
        return await state.Runs.TryReplaceAsync(settled.Id, entry, settled, cancellationToken).ConfigureAwait(false)
            ? settled
            : await ReadAgainAsync(settled, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunRecord> PutAsync(Entry<RunRecord> entry, RunRecord updated, CancellationToken cancellationToken)
    {
        if (!await state.Runs.TryReplaceAsync(updated.Id, entry, updated, cancellationToken).ConfigureAwait(false))
            return await ReadAgainAsync(updated, cancellationToken).ConfigureAwait(false);
        telemetry.Change(entry.Value, updated);
        return await SettleStoredAsync(updated, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Mends the conversation of a run that has just been stored, where it says so.</summary>
    private async Task<RunRecord> SettleStoredAsync(RunRecord run, CancellationToken cancellationToken) =>
        run.NeedsRepair && await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is { } stored
            ? await SettleAsync(stored, cancellationToken).ConfigureAwait(false)
            : run;

    private async Task<RunRecord> ReadAgainAsync(RunRecord run, CancellationToken cancellationToken) =>
        (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false))?.Value ?? run;
}
