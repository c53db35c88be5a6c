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
    /// <summary>Seconds that whoever began has to make the response: a create answers at once.</summary>
    public const long Lease = 60;

    private static readonly HashSet<string> AcceptedThenFailed = new(StringComparer.Ordinal)
    {
        "rate_limit_exceeded", "insufficient_quota", "context_length_exceeded", "content_filter", "invalid_prompt",
    };

    /// <summary>Makes the response for what the record holds as pending.</summary>
    /// <exception cref="V2Exception">It was not made, or nobody knows: the record still holds it as pending.</exception>
    public async Task<ContinuedRun> ContinueAsync(Entry<RunRecord> entry, bool stream, CancellationToken cancellationToken)
    {
        try
        {
            ContinuedRun continued = await CreateAsync(entry.Value, isBegun: false, stream, cancellationToken).ConfigureAwait(false);
            return continued with { Run = await PutAsync(entry, continued.Run).ConfigureAwait(false) };
        }
        catch (V2Exception error) when (error.MayBeDone)
        {
            return await RetryAsync(entry, error, stream, cancellationToken).ConfigureAwait(false);
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
        try
        {
            return (await FinishAsync(own, stream: false, cancellationToken).ConfigureAwait(false)).Run;
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
        Entry<RunRecord> entry, V2Exception first, bool stream, CancellationToken cancellationToken)
    {
        try
        {
            return await FinishAsync(entry, stream, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsPassing)
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
        if (await lost.FindAsync(run, null, cancellationToken).ConfigureAwait(false) is { } found)
            return new ContinuedRun(await AdoptAsync(entry, found, cancellationToken).ConfigureAwait(false));
        if (run.Status == RunStatus.Cancelling && run.Draft is not null)
        {
            RunRecord cancelled = run with { Status = RunStatus.Cancelled, CancelledAt = time.Seconds(), ExpiresAt = null };
            return new ContinuedRun(await PutAsync(entry, cancelled).ConfigureAwait(false));
        }

        ContinuedRun continued = await CreateAsync(run, isBegun: true, stream, cancellationToken).ConfigureAwait(false);
        if (await FindLateAsync(run, continued.Run, cancellationToken).ConfigureAwait(false) is { } late)
        {
            continued.Stream?.Dispose();
            return new ContinuedRun(await AdoptAsync(entry, late, cancellationToken).ConfigureAwait(false));
        }
        return continued with { Run = await PutAsync(entry, continued.Run).ConfigureAwait(false) };
    }

    /// <summary>
    /// A response that was still at work when it was looked for, and ended before this one began: this one goes, with what it
    /// may have said already.
    /// </summary>
    private async Task<JsonElement?> FindLateAsync(RunRecord before, RunRecord continued, CancellationToken cancellationToken)
    {
        string? made = continued.Responses.Count > before.Responses.Count ? continued.CurrentResponse : null;
        JsonElement? late = await lost.FindAsync(before, made, cancellationToken).ConfigureAwait(false);
        if (late is null || made is null)
            return late;
        await keeper.StopAsync(made, cancellationToken).ConfigureAwait(false);
        JsonElement stopped = await v2.GetAsync(V2Route.ResponseWithOutputs(made), cancellationToken).ConfigureAwait(false);
        string conversation = LegacyIds.ConversationFromThread(before.ThreadId);
        foreach (JsonElement item in stopped.GetItems("output").Reverse())
        {
            try
            {
                await v2.DeleteAsync(V2Route.Item(conversation, item.GetText("id") ?? ""), cancellationToken).ConfigureAwait(false);
            }
            catch (V2Exception error) when (error.IsNotFound)
            {
                // It never came to be the conversation's.
            }
        }
        return late;
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
            return await responses.ContinueAsync(run, pending, stream, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (EndsRun(run, error))
        {
            return new ContinuedRun(Failed(run, error.StatusCode == 429 ? "rate_limit_exceeded" : error.Code, error.Message));
        }
    }

    /// <summary>The service took the run, or the outputs, and reported what came of them as the run's end.</summary>
    private static bool EndsRun(RunRecord run, V2Exception error) => run.Draft is not null
        ? error.StatusCode == 429 || (error.Code is { } code && AcceptedThenFailed.Contains(code))
        : error.StatusCode is >= 400 and < 500 and not (401 or 403) && !error.IsPassing;

    private RunRecord Failed(RunRecord run, string? code, string message) => run with
    {
        Status = RunStatus.Failed,
        FailedAt = time.Seconds(),
        ExpiresAt = null,
        OpenToolCalls = [],
        NeedsRepair = run.ToolOutputs.Count > 0,
        LastError = RunProgress.ToError(code, LegacyWords.Translate(message)),
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

    /// <summary>The next one may try at once.</summary>
    private async Task<RunRecord> ReleaseAsync(Entry<RunRecord> entry)
    {
        RunRecord released = entry.Value with { PendingUntil = null };
        return await state.Runs.TryReplaceAsync(released.Id, entry, released, CancellationToken.None).ConfigureAwait(false)
            ? released
            : await keeper.ReadAgainAsync(released, CancellationToken.None).ConfigureAwait(false);
    }
}
