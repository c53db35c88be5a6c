using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Runs;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Steps;

internal sealed class StepOperations(AdapterState state, RunFinder finder, RunTracker tracker, RunResults results)
{
    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        PageRequest page = PageRequest.Read(call.Request.Query);
        bool withContent = StepInclude.HasSearchContent(call.Request.Query);
        List<RunStep> steps = [.. await ReadAsync(call, cancellationToken).ConfigureAwait(false)];
        if (!page.Ascending)
            steps.Reverse();

        int start = page.After is null ? 0 : IndexOf(steps, page.After) + 1;
        int end = page.Before is null ? steps.Count : IndexOf(steps, page.Before);
        if (page.Before is not null && page.After is null)
            start = Math.Max(start, end - page.Limit);
        List<RunStep> shown = [.. steps.Skip(start).Take(Math.Max(0, Math.Min(end - start, page.Limit)))];
        bool hasMore = page.Before is not null && page.After is null ? start > 0 : end - start > page.Limit;
        return LegacyList.Respond(
            shown, hasMore, step => step.Step.Id, (writer, step) => StepMapping.Write(writer, step, withContent));
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        bool withContent = StepInclude.HasSearchContent(call.Request.Query);
        IReadOnlyList<RunStep> steps = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
        RunStep step = steps.FirstOrDefault(step => step.Step.Id == call["step_id"])
            ?? throw LegacyErrors.NotFound("run step", call["step_id"]);
        return LegacyResponse.Json((step, withContent), static (writer, read) => StepMapping.Write(writer, read.step, read.withContent));
    }

    /// <summary>Oldest first: of the responses that have ended from the store, of the one at work from the service.</summary>
    private async Task<IReadOnlyList<RunStep>> ReadAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RunRecord run = await finder.RefreshAsync(call, cancellationToken).ConfigureAwait(false);
        List<RunStep> steps = [];
        foreach (string responseId in run.Responses)
        {
            Entry<StepListRecord>? kept = await state.Steps.FindAsync(responseId, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<StepRecord> records = kept?.Value.Steps
                ?? await ReadLiveAsync(run, responseId, cancellationToken).ConfigureAwait(false);
            steps.AddRange(records.Select(record => new RunStep(run, record)));
        }
        return steps;
    }

    private async Task<IReadOnlyList<StepRecord>> ReadLiveAsync(RunRecord run, string responseId, CancellationToken cancellationToken)
    {
        JsonElement response = await tracker.GetResponseAsync(run, responseId, cancellationToken).ConfigureAwait(false);
        return await results.BuildLiveAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private static int IndexOf(List<RunStep> steps, string id)
    {
        int index = steps.FindIndex(step => step.Step.Id == id);
        return index >= 0 ? index : throw LegacyErrors.NotFound("run step", id);
    }
}
