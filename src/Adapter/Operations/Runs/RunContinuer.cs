using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Diagnostics;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Messages;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// Makes the response that a record holds as pending: a run's first one, or that for tool outputs. The record comes first,
/// so that whoever was to make it may be killed at any line; the next one looks whether it was made, and makes it otherwise.
/// </summary>
internal sealed class RunContinuer(
    V2Client v2,
    AdapterState state,
    RunKeeper keeper,
    MessageWriter messages,
    ResponseCreator responses,
    LostResponses lost,
    RunTelemetry telemetry,
    TimeProvider time)
{
    /// <summary>Seconds that whoever began is left alone: a create answers at once.</summary>
    public const long Lease = 60;

    /// <summary>When it gives up, so that the next one does not meet it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(Lease - 10);

    private static readonly HashSet<string> AcceptedThenFailed = new(StringComparer.Ordinal)
    {
        "rate_limit_exceeded", "insufficient_quota", "context_length_exceeded", "content_filter", "invalid_prompt",
    };

    /// <summary>Makes the response for what the record holds as pending.</summary>
    /// <exception cref="V2Exception">It was not made, or nobody knows: the record still holds it as pending.</exception>
    public async Task<ContinuedRun> ContinueAsync(Entry<RunRecord> entry, bool stream, CancellationToken cancellationToken)
    {
        using Deadline deadline = new(time, Patience, cancellationToken);
        try
        {
            ContinuedRun continued = await CreateAsync(entry.Value, isBegun: false, stream, deadline.Token).ConfigureAwait(false);
            return continued with { Run = await PutAsync(entry, continued.Run).ConfigureAwait(false) };
        }
        catch (V2Exception error) when (error.MayBeDone)
        {
            return await RetryAsync(entry, error, stream, deadline).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            RunRecord released = await ReleaseAsync(entry).ConfigureAwait(false);
            return stream ? throw TooLate() : new ContinuedRun(released);
        }
        catch
        {
            await ReleaseAsync(entry).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What its maker has not done in time is done by whoever comes next, and by nobody before.</summary>
    public async Task<RunRecord> TakeOverAsync(Entry<RunRecord> entry, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        long now = time.Seconds();
        if (run.PendingUntil > now)
            return run;
        RunRecord claimed = run with { PendingUntil = now + Lease };
        if (!await state.Runs.TryReplaceAsync(run.Id, entry, claimed, cancellationToken).ConfigureAwait(false)
            || await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is not { } own)
        {
            return await keeper.ReadAgainAsync(run, cancellationToken).ConfigureAwait(false);
        }
        using Deadline deadline = new(time, Patience, cancellationToken);
        try
        {
            return (await FinishAsync(own, stream: false, deadline.Token).ConfigureAwait(false)).Run;
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return await ReleaseAsync(own).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsPassing)
        {
            // Such as the conversation, which is locked for as long as the lost response is at work.
            return await ReleaseAsync(own).ConfigureAwait(false);
        }
        catch (Exception error) when (error is LegacyException or V2Exception { StatusCode: not (401 or 403) })
        {
            return await PutAsync(own, Failed(run, (error as V2Exception)?.Code, error.Message)).ConfigureAwait(false);
        }
        catch
        {
            await ReleaseAsync(own).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Nobody knows whether it was made: found out at once, and left to the next poll where that cannot be.</summary>
    private async Task<ContinuedRun> RetryAsync(
        Entry<RunRecord> entry, V2Exception first, bool stream, Deadline deadline)
    {
        try
        {
            return await FinishAsync(entry, stream, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is V2Exception { IsPassing: true } || (error is OperationCanceledException && deadline.HasPassed))
        {
            RunRecord released = await ReleaseAsync(entry).ConfigureAwait(false);
            // A stream needs events, a poll needs none.
            return stream ? throw first : new ContinuedRun(released);
        }
        catch
        {
            await ReleaseAsync(entry).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ContinuedRun> FinishAsync(Entry<RunRecord> entry, bool stream, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        if (await lost.FindForSureAsync(run, cancellationToken).ConfigureAwait(false) is { } found)
            return new ContinuedRun(await AdoptAsync(entry, found, cancellationToken).ConfigureAwait(false));
        if (run.Status == RunStatus.Cancelling && run.Draft is not null)
        {
            RunRecord cancelled = run with { Status = RunStatus.Cancelled, CancelledAt = time.Seconds(), ExpiresAt = null };
            return new ContinuedRun(await PutAsync(entry, cancelled).ConfigureAwait(false));
        }

        ContinuedRun continued = await CreateAsync(run, isBegun: true, stream, cancellationToken).ConfigureAwait(false);
        bool isMade = continued.Run.Responses.Count > run.Responses.Count;
        if (!isMade && await lost.FindAsync(run, null, cancellationToken).ConfigureAwait(false) is { } late)
            return new ContinuedRun(await AdoptAsync(entry, late, cancellationToken).ConfigureAwait(false));
        RunRecord stored = await PutAsync(entry, continued.Run with { MayBeSecond = isMade, SecondOutputs = run.PendingOutputs }).ConfigureAwait(false);
        RunRecord checkedRun = await CheckAsync(stored, cancellationToken).ConfigureAwait(false);
        if (checkedRun.CurrentResponse == continued.Run.CurrentResponse)
            return continued with { Run = checkedRun };
        continued.Stream?.Dispose();
        return new ContinuedRun(checkedRun);
    }

    /// <summary>
    /// A lost response that was still at work when it was looked for may have ended before the one in its place began: then
    /// one of the two goes. The second stays if it has ended as well: its code may have written over the files of the first.
    /// </summary>
    public async Task<RunRecord> CheckAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (!run.MayBeSecond
            || await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is not { Value.MayBeSecond: true } entry
            || entry.Value.CurrentResponse is not { } made)
        {
            return run;
        }
        RunRecord before = entry.Value with { Responses = [.. entry.Value.Responses.Take(entry.Value.Responses.Count - 1)], MayBeSecond = false };
        if (await lost.FindAsync(before, made, cancellationToken).ConfigureAwait(false) is { } late)
        {
            await keeper.StopAsync(made, cancellationToken).ConfigureAwait(false);
            JsonElement stopped = await v2.GetAsync(V2Route.ResponseWithOutputs(made), cancellationToken).ConfigureAwait(false);
            if (stopped.GetText("status") == "cancelled")
                return await AdoptAsync(entry with { Value = before }, late, cancellationToken).ConfigureAwait(false);
            await lost.ForgetAsync(run.ThreadId, late, cancellationToken).ConfigureAwait(false);
        }
        return await keeper.PutAsync(entry, entry.Value with { MayBeSecond = false }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<RunRecord> AdoptAsync(Entry<RunRecord> entry, JsonElement response, CancellationToken cancellationToken)
    {
        RunRecord adopted = entry.Value with
        {
            Responses = [.. entry.Value.Responses, response.GetText("id") ?? ""],
            Draft = null,
            PendingOutputs = 0,
            PendingUntil = null,
        };
        RunRecord updated = RunProgress.Apply(adopted, response, time.Seconds());
        await keeper.TryPutAsync(entry, updated, response, cancellationToken).ConfigureAwait(false);
        return await keeper.ReadAgainAsync(updated, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ContinuedRun> CreateAsync(RunRecord run, bool isBegun, bool stream, CancellationToken cancellationToken)
    {
        ToolOutput[] pending = [.. run.ToolOutputs.Skip(run.ToolOutputs.Count - run.PendingOutputs)];
        try
        {
            if (run.Draft is { Messages.Count: > 0 } draft)
                await messages.WriteAsync(run.ThreadId, draft.Messages, run.Id, isBegun, cancellationToken).ConfigureAwait(false);
            return await responses.ContinueAsync(run, pending, stream, isBegun, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (EndsRun(run, error, isBegun))
        {
            return new ContinuedRun(Failed(run, error.StatusCode == 429 ? "rate_limit_exceeded" : error.Code, error.Message));
        }
    }

    /// <summary>The service took the run, or the outputs, and reported what came of them as the run's end.</summary>
    private static bool EndsRun(RunRecord run, V2Exception error, bool isBegun)
    {
        // What was begun is tried again by each poll, and needs no patience in between.
        if (error.StatusCode == 429 && error.Code != "insufficient_quota")
            return run.Draft is not null && !isBegun;
        return run.Draft is not null
            ? error.Code is { } code && AcceptedThenFailed.Contains(code)
            : error.StatusCode is >= 400 and < 500 and not (401 or 403) && (error.StatusCode == 429 || !error.IsPassing);
    }

    private RunRecord Failed(RunRecord run, string? code, string message) => run with
    {
        Status = RunStatus.Failed,
        FailedAt = time.Seconds(),
        ExpiresAt = null,
        OpenToolCalls = [],
        NeedsRepair = run.ToolOutputs.Count > 0,
        LastError = RunProgress.ToError(code, message),
    };

    /// <summary>
    /// Written down even when the caller has gone: the response exists. A cancel that came meanwhile holds for it.
    /// </summary>
    private async Task<RunRecord> PutAsync(Entry<RunRecord> entry, RunRecord continued)
    {
        RunRecord updated = continued with { Draft = null, PendingOutputs = 0, PendingUntil = null };
        while (!await state.Runs.TryReplaceAsync(updated.Id, entry, updated, CancellationToken.None).ConfigureAwait(false))
        {
            if (await state.Runs.FindAsync(updated.Id, CancellationToken.None).ConfigureAwait(false) is not { } latest)
                return updated;
            if (!latest.Value.IsPending || !RunStatus.IsActive(latest.Value.Status))
            {
                if (updated.CurrentResponse != latest.Value.CurrentResponse)
                    await keeper.StopAsync(updated, CancellationToken.None).ConfigureAwait(false);
                return latest.Value;
            }
            entry = latest;
            bool cancelling = latest.Value.Status == RunStatus.Cancelling && RunStatus.IsActive(updated.Status);
            updated = updated with { Metadata = latest.Value.Metadata, Status = cancelling ? RunStatus.Cancelling : updated.Status };
        }
        telemetry.Change(entry.Value, updated);
        if (updated.Status == RunStatus.Cancelling)
            await keeper.StopAsync(updated, CancellationToken.None).ConfigureAwait(false);
        return await keeper.SettleStoredAsync(updated, CancellationToken.None).ConfigureAwait(false);
    }

    private static V2Exception TooLate() => new(504, "The service did not answer in time.");

    /// <summary>The next one may try at once.</summary>
    private async Task<RunRecord> ReleaseAsync(Entry<RunRecord> entry)
    {
        RunRecord released = entry.Value with { PendingUntil = null };
        return await state.Runs.TryReplaceAsync(released.Id, entry, released, CancellationToken.None).ConfigureAwait(false)
            ? released
            : await keeper.ReadAgainAsync(released, CancellationToken.None).ConfigureAwait(false);
    }
}
