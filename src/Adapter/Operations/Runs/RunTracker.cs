using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>Brings a run record up to date with its response, and finishes what a request before it has begun.</summary>
/// <remarks>
/// (1) A run that has ended is what the store says, once its conversation is in order.
/// (2) A run past its time is stopped upstream and expires.
/// (3) A response that was to be made and is not known to exist is found, or made now.
/// (4) A run that waits for outputs waits, unless it is to be cancelled.
/// (5) Otherwise the response is asked; what it made is kept before its end is reported.
/// (6) The record changes by compare-and-set: of two pollers one wins, both see the same.
/// </remarks>
internal sealed class RunTracker(
    V2Client v2, AdapterState state, RunKeeper keeper, RunContinuer continuer, TimeProvider time)
{
    private static readonly JsonElement Cancelled = JsonBytes.Parse("""{"status":"cancelled"}"""u8);

    public async Task<RunRecord> RefreshAsync(Entry<RunRecord> entry, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        long now = time.Seconds();
        if (!RunStatus.IsActive(run.Status))
            return await keeper.SettleAsync(entry, cancellationToken).ConfigureAwait(false);
        if (run.ExpiresAt <= now)
            return await ExpireAsync(entry, now, cancellationToken).ConfigureAwait(false);
        if (run.OpenToolCalls.Count > 0)
        {
            return run.Status == RunStatus.Cancelling
                ? await CancelWaitingAsync(entry, now, cancellationToken).ConfigureAwait(false)
                : run;
        }
        if (run.MayBeSecond)
        {
            run = await continuer.CheckAsync(run, cancellationToken).ConfigureAwait(false);
            if (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is not { } sure)
                return run;
            entry = sure;
            run = sure.Value;
            if (run.MayBeSecond || !RunStatus.IsActive(run.Status) || run.OpenToolCalls.Count > 0)
                return run;
        }
        if (run.IsPending)
            return await continuer.TakeOverAsync(entry, cancellationToken).ConfigureAwait(false);
        return await AskAsync(entry, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends a run whose response can no longer be followed.</summary>
    public async Task<RunRecord> FailAsync(RunRecord run, string message, CancellationToken cancellationToken)
    {
        while (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is { } entry && RunStatus.IsActive(entry.Value.Status))
        {
            await keeper.StopAsync(entry.Value, cancellationToken).ConfigureAwait(false);
            RunRecord failed = entry.Value with
            {
                Status = RunStatus.Failed,
                FailedAt = time.Seconds(),
                ExpiresAt = null,
                OpenToolCalls = [],
                NeedsRepair = entry.Value.ToolOutputs.Count > 0,
                LastError = new RunError("server_error", message),
            };
            RunRecord stored = await keeper.PutAsync(entry, failed, cancellationToken).ConfigureAwait(false);
            if (!RunStatus.IsActive(stored.Status))
                return stored;
        }
        return (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false))?.Value ?? Gone(run);
    }

    /// <summary>Null where the service does not have the response, or not any more.</summary>
    public async Task<JsonElement?> FindResponseAsync(string responseId, CancellationToken cancellationToken)
    {
        try
        {
            return await v2.GetAsync(V2Route.ResponseWithOutputs(responseId), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            return null;
        }
    }

    /// <summary>Brings the run up to date with what a stream says of its response; it gives way to nobody but an end.</summary>
    public async Task<RunRecord> ObserveAsync(RunRecord run, JsonElement response, CancellationToken cancellationToken)
    {
        while (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            RunRecord known = entry.Value;
            if (!RunStatus.IsActive(known.Status) || known.CurrentResponse != run.CurrentResponse || known.OpenToolCalls.Count > 0)
                return await keeper.SettleAsync(entry, cancellationToken).ConfigureAwait(false);
            RunRecord updated = RunProgress.Apply(known, response, time.Seconds());
            if (updated == known || await keeper.TryPutAsync(entry, updated, response, cancellationToken).ConfigureAwait(false))
                return await keeper.ReadAgainAsync(updated, cancellationToken).ConfigureAwait(false);
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
        JsonElement? found = await FindResponseAsync(run.CurrentResponse!, cancellationToken).ConfigureAwait(false);
        if (run.Status == RunStatus.Cancelling && !v2.Features.Cancel && IsUnfinished(found))
            return await AbandonAsync(entry, now, cancellationToken).ConfigureAwait(false);
        if (found is not { } response)
            throw LegacyErrors.NotFound("run", run.Id);
        RunRecord updated = RunProgress.Apply(run, response, now);
        if (updated == run)
            return run;
        await keeper.TryPutAsync(entry, updated, response, cancellationToken).ConfigureAwait(false);
        return await keeper.ReadAgainAsync(updated, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsUnfinished(JsonElement? response) =>
        response is not { } found || found.GetText("status") is "queued" or "in_progress";

    /// <summary>The end of a run whose response cannot be cancelled: whatever it still makes is nobody's.</summary>
    private async Task<RunRecord> AbandonAsync(Entry<RunRecord> entry, long now, CancellationToken cancellationToken)
    {
        await keeper.StopAsync(entry.Value, cancellationToken).ConfigureAwait(false);
        return await keeper.PutAsync(entry, RunProgress.Apply(entry.Value, Cancelled, now), cancellationToken).ConfigureAwait(false);
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
        return await keeper.PutAsync(entry, cancelled, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunRecord> ExpireAsync(Entry<RunRecord> entry, long now, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        if (run.OpenToolCalls.Count == 0)
            await keeper.StopAsync(run, cancellationToken).ConfigureAwait(false);
        RunRecord expired = run with
        {
            Status = RunStatus.Expired,
            ExpiredAt = now,
            ExpiresAt = null,
            OpenToolCalls = [],
            Draft = null,
            PendingOutputs = 0,
            NeedsRepair = run.OpenToolCalls.Count > 0 || run.ToolOutputs.Count > 0,
        };
        return await keeper.PutAsync(entry, expired, cancellationToken).ConfigureAwait(false);
    }
}
