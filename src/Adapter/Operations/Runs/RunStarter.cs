using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Diagnostics;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Messages;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>Starts a run on a thread, with the thread locked from before its first call to v2 until the run has ended.</summary>
internal sealed class RunStarter(
    AdapterState state,
    RunPlanner planner,
    MessageWriter messages,
    ThreadLock threadLock,
    RunContinuer continuer,
    RunTelemetry telemetry,
    TimeProvider time,
    TimeSpan expiry)
{
    public async Task<ContinuedRun> StartAsync(
        string threadId, NewRun request, AssistantRecord assistant, CancellationToken cancellationToken)
    {
        await messages.RequireFilesAsync(request.AdditionalMessages, cancellationToken).ConfigureAwait(false);
        // Attachments become the thread's before it is locked: not if the run is refused anyway.
        if (request.AdditionalMessages.Any(message => message.Attachments.Count > 0)
            && await threadLock.FindActiveRunAsync(threadId, cancellationToken).ConfigureAwait(false) is { } active)
        {
            throw LegacyErrors.ActiveRun(threadId, active);
        }
        await RequireSomethingToAnswerAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
        RunRecord run = await DraftAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
        Entry<RunRecord> entry = await threadLock.AcquireAsync(run, cancellationToken).ConfigureAwait(false);
        try
        {
            telemetry.Begin(run);
            ContinuedRun started = await continuer.ContinueAsync(entry, request.Stream, cancellationToken).ConfigureAwait(false);
            if (ThreadLock.IsFree(started.Run))
                await threadLock.ReleaseAsync(threadId, run.Id, CancellationToken.None).ConfigureAwait(false);
            return started;
        }
        catch (Exception error) when (error is LegacyException or V2Exception { MayBeDone: false })
        {
            // It was refused, as the service refused it: there is no such run.
            await state.Runs.TryDeleteAsync(run.Id, CancellationToken.None).ConfigureAwait(false);
            await threadLock.ReleaseAsync(threadId, run.Id, CancellationToken.None).ConfigureAwait(false);
            throw error is V2Exception refusal ? Refused(run, refusal) : error;
        }
    }

    private static Exception Refused(RunRecord run, V2Exception error)
    {
        if (!error.IsUnknownModel)
        {
            return error.IsNotFoundOf(LegacyIds.ConversationFromThread(run.ThreadId))
                ? LegacyErrors.NotFound("thread", run.ThreadId)
                : error;
        }
        string model = run.Settings.Model;
        // Azure does not say which one.
        return error.Message.Contains(model)
            ? error
            : new LegacyException(error.StatusCode, $"{error.Message} (deployment: {model})", "model", error.Code, innerException: error);
    }

    private async Task RequireSomethingToAnswerAsync(
        string threadId, NewRun request, AssistantRecord assistant, CancellationToken cancellationToken)
    {
        bool instructed = !string.IsNullOrEmpty(request.Instructions ?? assistant.Settings.Instructions)
            || !string.IsNullOrEmpty(request.AdditionalInstructions);
        if (request.NeedsQuestion
            && !instructed
            && request.AdditionalMessages.All(message => message.Role != "user")
            && !await messages.HasUserMessageAsync(threadId, cancellationToken).ConfigureAwait(false))
        {
            throw LegacyErrors.NothingToAnswer();
        }
    }

    private async Task<RunRecord> DraftAsync(
        string threadId, NewRun request, AssistantRecord assistant, CancellationToken cancellationToken)
    {
        IReadOnlyList<DraftMessage> added = await messages.PrepareAsync(
            threadId, request.AdditionalMessages, cancellationToken).ConfigureAwait(false);
        (RunSettings settings, RunPlan plan) = await planner.PlanAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
        long now = time.Seconds();
        return new RunRecord
        {
            Id = LegacyIds.NewRun(),
            ThreadId = threadId,
            AssistantId = assistant.Id,
            CreatedAt = now,
            ExpiresAt = now + (long)expiry.TotalSeconds,
            Settings = settings,
            Plan = plan,
            Responses = [],
            Metadata = request.Metadata,
            // Streamed runs showed what others did not (docs/wire.md, Streaming).
            ToolResources = WithoutSecrets(request.ToolResources) ?? (request.Stream ? new ToolResources { CodeInterpreterFiles = [] } : null),
            Status = RunStatus.Queued,
            Draft = new RunDraft { Messages = added },
            PendingUntil = now + RunContinuer.Lease,
        };
    }

    private static ToolResources? WithoutSecrets(ToolResources? resources) => resources?.McpServers is { } servers
        ? resources with { McpServers = McpServers.WithoutHeaders(servers) }
        : resources;
}
