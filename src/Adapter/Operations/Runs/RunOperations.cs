using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Assistants;
using AgentsMigration.Adapter.Operations.Messages;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

internal sealed class RunOperations(
    V2Client v2,
    AdapterState state,
    AssistantCatalog assistants,
    RunPlanner planner,
    MessageWriter messages,
    ThreadLock threadLock,
    RunTracker tracker,
    TimeSpan expiry)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        NewRun request = NewRun.Read(await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false));
        AssistantRecord assistant = await assistants.GetAsync(request.AssistantId, cancellationToken).ConfigureAwait(false);
        await messages.RequireAttachmentsAsync(request.AdditionalMessages, cancellationToken).ConfigureAwait(false);

        await threadLock.AcquireAsync(threadId, cancellationToken).ConfigureAwait(false);
        RunRecord run;
        try
        {
            run = await StartAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await threadLock.ReleaseAsync(threadId, "", CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        return LegacyResponse.Json(run, RunMapping.Write);
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        string runId = call["run_id"];
        Entry<RunRecord>? entry = LegacyIds.IsRun(runId)
            ? await state.Runs.FindAsync(runId, cancellationToken).ConfigureAwait(false)
            : null;
        if (entry is null || entry.Value.ThreadId != threadId)
            throw LegacyErrors.NotFound("run", runId);

        RunRecord run = await tracker.RefreshAsync(entry, cancellationToken).ConfigureAwait(false);
        if (!RunStatus.IsActive(run.Status))
            await threadLock.ReleaseAsync(threadId, runId, cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json(run, RunMapping.Write);
    }

    private async Task<RunRecord> StartAsync(
        string threadId, NewRun request, AssistantRecord assistant, CancellationToken cancellationToken)
    {
        await messages.AddAsync(threadId, request.AdditionalMessages, cancellationToken).ConfigureAwait(false);
        ResponseRequest plan = await planner.PlanAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
        JsonElement response;
        try
        {
            response = await v2.PostAsync(V2Route.Responses, plan.ToJson(), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound && error.Code != "model_not_found")
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }

        string responseId = response.GetText("id") ?? throw new V2Exception(502, "The service gave a response without an id.");
        long createdAt = response.GetSeconds("created_at") ?? 0;
        RunRecord run = new()
        {
            Id = LegacyIds.RunFromResponse(responseId),
            ThreadId = threadId,
            AssistantId = assistant.Id,
            CreatedAt = createdAt,
            ExpiresAt = createdAt + (long)expiry.TotalSeconds,
            Settings = plan.Settings,
            Responses = [responseId],
            Metadata = request.Metadata,
            Status = RunStatus.Queued,
        };
        // What has happened upstream is written down even when the caller has gone.
        await state.Runs.TryAddAsync(run.Id, threadId, run, CancellationToken.None).ConfigureAwait(false);
        await threadLock.AssignAsync(threadId, run.Id, CancellationToken.None).ConfigureAwait(false);
        return run;
    }
}
