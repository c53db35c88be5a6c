using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Paging;
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
        IReadOnlyList<RunStep> steps = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
        StorePage<RunStep> shown = ListPaging.Read(steps, step => step.Step.Id, "run step", page);
        return LegacyList.Respond(
            shown.Items, shown.HasMore, step => step.Step.Id, (writer, step) => StepMapping.Write(writer, step, withContent, call.Wire));
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        bool withContent = StepInclude.HasSearchContent(call.Request.Query);
        IReadOnlyList<RunStep> steps = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
        RunStep step = steps.FirstOrDefault(step => step.Step.Id == call["step_id"])
            ?? throw LegacyErrors.NotFound("run step", call["step_id"]);
        return LegacyResponse.Json((step, withContent, call.Wire), static (writer, read) =>
            StepMapping.Write(writer, read.step, read.withContent, read.Wire));
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
        if (await tracker.FindResponseAsync(responseId, cancellationToken).ConfigureAwait(false) is { } response)
            return await results.BuildLiveAsync(response, cancellationToken).ConfigureAwait(false);
        // A run that was stopped may have left nothing to read.
        return RunStatus.IsActive(run.Status) ? throw LegacyErrors.NotFound("run", run.Id) : [];
    }
}
