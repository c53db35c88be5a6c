using System.Text.Json;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Streaming;

namespace AgentsMigration.Adapter.Operations.Runs.Streams;

/// <summary>Writes down what a stream tells, by the code that polling uses.</summary>
internal sealed class RunJournal(AdapterState state, RunTracker tracker, RunResults results, ThreadLock threadLock) : IRunJournal
{
    public async Task<RunRecord> ObserveAsync(RunRecord run, JsonElement response, CancellationToken cancellationToken) =>
        await ReleaseAsync(await tracker.ObserveAsync(run, response, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>The run as polling would find it now.</summary>
    public async Task<RunRecord> RefreshAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is not { } entry)
            return tracker.Gone(run);
        RunRecord refreshed = await tracker.RefreshAsync(entry, cancellationToken).ConfigureAwait(false);
        return await ReleaseAsync(refreshed, cancellationToken).ConfigureAwait(false);
    }

    public async Task<RunRecord> FindAsync(RunRecord run, CancellationToken cancellationToken) =>
        (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false))?.Value ?? tracker.Gone(run);

    public async Task<RunRecord> FailAsync(RunRecord run, string message, CancellationToken cancellationToken) =>
        await ReleaseAsync(await tracker.FailAsync(run, message, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public Task<IReadOnlyDictionary<string, string>> FindImagesAsync(JsonElement call, CancellationToken cancellationToken) =>
        results.FindImagesAsync(call, cancellationToken);

    public async Task<MessageRecord> BeginMessageAsync(
        RunRecord run, string messageId, long createdAt, IReadOnlyList<string> images, CancellationToken cancellationToken)
    {
        MessageRecord record = new()
        {
            Id = messageId,
            CreatedAt = createdAt,
            AssistantId = run.AssistantId,
            RunId = run.Id,
            Images = images,
        };
        if (await state.Messages.TryAddAsync(messageId, run.ThreadId, record, cancellationToken).ConfigureAwait(false))
            return record;
        return (await state.Messages.FindAsync(messageId, cancellationToken).ConfigureAwait(false))?.Value ?? record;
    }

    public Task<MessageRecord> EndMessageAsync(
        RunRecord run, JsonElement item, MessageRecord begun, CancellationToken cancellationToken) =>
        results.RecordMessageAsync(run, item, begun.Id, begun, cancellationToken);

    public async Task<IReadOnlyList<StepRecord>> FindStepsAsync(string responseId, CancellationToken cancellationToken) =>
        (await state.Steps.FindAsync(responseId, cancellationToken).ConfigureAwait(false))?.Value.Steps ?? [];

    public async Task MergeStepsAsync(
        RunRecord run, string responseId, IReadOnlyList<StepRecord> steps, CancellationToken cancellationToken)
    {
        // Nothing is kept for a run that was deleted with its thread.
        if (await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false) is not null)
            await results.MergeStepsAsync(run, responseId, steps, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whoever hears of a run's end must find its thread free.</summary>
    private async Task<RunRecord> ReleaseAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (ThreadLock.IsFree(run))
            await threadLock.ReleaseAsync(run.ThreadId, run.Id, cancellationToken).ConfigureAwait(false);
        return run;
    }
}
