using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Runs.Streams;
using AgentsMigration.Adapter.Operations.Steps;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>What an app does to a run that is under way: hand in tool outputs, or cancel it.</summary>
/// <remarks>Both are written to the record first and carried out then: a retry, or the next poll, finishes what was begun.</remarks>
internal sealed class RunEndings(
    AdapterState state, RunContinuer continuer, RunKeeper keeper, RunFinder finder, RunStreams streams, TimeProvider time)
{
    public async Task<LegacyResponse> SubmitAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<NewToolOutput> given = NewToolOutput.ReadAll(body, out bool stream);
        RunRecord run = await finder.RefreshAsync(call, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            if (IsRepeated(run, given))
                return await RespondAsync(call, new ContinuedRun(run), given, stream, cancellationToken).ConfigureAwait(false);
            if (run.Status != RunStatus.RequiresAction)
                throw new LegacyException(400, $"Runs in status \"{run.Status}\" do not accept tool outputs.");

            Entry<RunRecord> entry = await finder.FindAsync(call, cancellationToken).ConfigureAwait(false);
            run = entry.Value;
            if (run.Status != RunStatus.RequiresAction)
                continue;
            if (await TakeAsync(entry, given, cancellationToken).ConfigureAwait(false) is not { } taken)
                continue;
            if (taken.Value.OpenToolCalls.Count > 0)
                return RunOperations.Respond(call, taken.Value);
            ContinuedRun continued = await continuer.ContinueAsync(taken, stream, cancellationToken).ConfigureAwait(false);
            return await RespondAsync(call, continued, given, stream, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The stream begins with the steps whose calls have been answered.</summary>
    private async Task<LegacyResponse> RespondAsync(
        RouteCall call, ContinuedRun continued, IReadOnlyList<NewToolOutput> given, bool stream, CancellationToken cancellationToken)
    {
        RunRecord run = continued.Run;
        if (!stream)
            return RunOperations.Respond(call, run);
        bool withSearchContent = StepInclude.HasSearchContent(call.Request.Query);
        List<RunStep> answered = [];
        foreach (string response in run.Responses)
        {
            Entry<StepListRecord>? kept = await state.Steps.FindAsync(response, cancellationToken).ConfigureAwait(false);
            answered.AddRange((kept?.Value.Steps ?? [])
                .Where(step => step.ToolCalls.Any(made => given.Any(output => output.CallId == made.GetText("id"))))
                .Select(step => new RunStep(run, step)));
        }
        return streams.Open(
            call.Wire,
            run,
            continued.Stream,
            events =>
            {
                foreach (RunStep step in answered)
                    events.Step(step.Status, step, withSearchContent);
                events.Run(RunStatus.Queued, RunStreams.Unbegun(run));
            },
            withSearchContent);
    }

    public async Task<LegacyResponse> CancelAsync(RouteCall call, CancellationToken cancellationToken)
    {
        while (true)
        {
            RunRecord run = await finder.RefreshAsync(call, cancellationToken).ConfigureAwait(false);
            if (!RunStatus.IsActive(run.Status))
                throw new LegacyException(400, $"Cannot cancel run with status '{run.Status}'.");
            Entry<RunRecord> entry = await finder.FindAsync(call, cancellationToken).ConfigureAwait(false);
            RunRecord cancelling = entry.Value with { Status = RunStatus.Cancelling };
            if (!RunStatus.IsActive(entry.Value.Status)
                || !await state.Runs.TryReplaceAsync(cancelling.Id, entry, cancelling, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }
            if (cancelling.OpenToolCalls.Count == 0)
                await keeper.StopAsync(cancelling, cancellationToken).ConfigureAwait(false);
            return RunOperations.Respond(call, cancelling);
        }
    }

    /// <summary>Puts the outputs into the record; null where another request came first.</summary>
    private async Task<Entry<RunRecord>?> TakeAsync(
        Entry<RunRecord> entry, IReadOnlyList<NewToolOutput> given, CancellationToken cancellationToken)
    {
        RunRecord run = entry.Value;
        IReadOnlyList<ToolCall> asked = Approvals.Asked(run.OpenToolCalls);
        NewToolOutput.RequireAll(asked, given);
        long now = time.Seconds();
        // Functions that were called beside an approval are asked about next, and all is sent on together.
        ToolCall[] left = [.. run.OpenToolCalls.Except(asked)];
        RunRecord taken = run with
        {
            Status = left.Length > 0 ? RunStatus.RequiresAction : RunStatus.Queued,
            StartedAt = left.Length > 0 ? run.StartedAt : null,
            OpenToolCalls = left,
            ToolOutputs = [.. run.ToolOutputs, .. asked.Select(open => Answer(open, given, now))],
            PendingOutputs = run.PendingOutputs + asked.Count,
            PendingUntil = now + RunContinuer.Lease,
            Plan = WithHeaders(run.Plan, asked, given),
        };
        return await state.Runs.TryReplaceAsync(run.Id, entry, taken, cancellationToken).ConfigureAwait(false)
            ? await state.Runs.FindAsync(run.Id, cancellationToken).ConfigureAwait(false)
            : null;
    }

    private static ToolOutput Answer(ToolCall open, IReadOnlyList<NewToolOutput> given, long now)
    {
        NewToolOutput answer = given.Last(output => output.CallId == open.Id);
        return new ToolOutput(open.Id, answer.Output, now, answer.Approve);
    }

    /// <summary>An agent's definition cannot take headers: a run that is given some goes on inline.</summary>
    private static RunPlan WithHeaders(RunPlan plan, IReadOnlyList<ToolCall> asked, IReadOnlyList<NewToolOutput> given)
    {
        foreach (NewToolOutput approval in given)
        {
            if (approval.Headers is not { } headers || asked.FirstOrDefault(call => call.Id == approval.CallId)?.ServerLabel is not { } label)
                continue;
            plan = plan with { McpServers = McpServers.WithHeaders(plan.McpServers, label, headers), AgentName = null, AgentVersion = null };
        }
        return plan;
    }

    /// <summary>A client that lost the answer sends the same outputs again, to a run that has them.</summary>
    private static bool IsRepeated(RunRecord run, IReadOnlyList<NewToolOutput> given) =>
        run.Status is RunStatus.Queued or RunStatus.InProgress
        && given.Count > 0
        && given.All(output => run.ToolOutputs.Any(known => known.CallId == output.CallId && known.Output == output.Output && known.Approve == output.Approve));
}
