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
    ResponseCreator responses,
    RunTelemetry telemetry,
    TimeProvider time,
    TimeSpan expiry)
{
    private static readonly HashSet<string> AcceptedThenFailed = new(StringComparer.Ordinal)
    {
        "rate_limit_exceeded", "insufficient_quota", "context_length_exceeded", "content_filter", "invalid_prompt",
    };

    public async Task<ContinuedRun> StartAsync(
        string threadId, NewRun request, AssistantRecord assistant, CancellationToken cancellationToken)
    {
        await messages.RequireAttachmentsAsync(request.AdditionalMessages, cancellationToken).ConfigureAwait(false);
        await threadLock.AcquireAsync(threadId, cancellationToken).ConfigureAwait(false);
        try
        {
            await RequireSomethingToAnswerAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
            await messages.AddAsync(threadId, request.AdditionalMessages, cancellationToken).ConfigureAwait(false);
            ContinuedRun started = await CreateAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
            await RecordAsync(started).ConfigureAwait(false);
            return started;
        }
        catch
        {
            await threadLock.ReleaseAsync(threadId, "", CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What has happened upstream is written down even when the caller has gone.</summary>
    private async Task RecordAsync(ContinuedRun started)
    {
        RunRecord run = started.Run;
        telemetry.Begin(run);
        try
        {
            await state.Runs.TryAddAsync(run.Id, run.ThreadId, run, CancellationToken.None).ConfigureAwait(false);
            if (RunStatus.IsActive(run.Status))
                await threadLock.AssignAsync(run.ThreadId, run.Id, CancellationToken.None).ConfigureAwait(false);
            else
                await threadLock.ReleaseAsync(run.ThreadId, "", CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            started.Stream?.Dispose();
            throw;
        }
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

    private async Task<ContinuedRun> CreateAsync(
        string threadId, NewRun request, AssistantRecord assistant, CancellationToken cancellationToken)
    {
        (RunSettings settings, RunPlan plan) = await planner.PlanAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
        long now = time.Seconds();
        RunRecord run = new()
        {
            Id = "",
            ThreadId = threadId,
            AssistantId = assistant.Id,
            CreatedAt = now,
            ExpiresAt = now + (long)expiry.TotalSeconds,
            Settings = settings,
            Plan = plan,
            Responses = [],
            Metadata = request.Metadata,
            // Streamed runs showed what others did not (docs/wire.md, Streaming).
            ToolResources = request.ToolResources ?? (request.Stream ? new ToolResources { CodeInterpreterFiles = [] } : null),
            Status = RunStatus.Queued,
        };
        try
        {
            return await responses.ContinueAsync(run, [], request.Stream, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound && error.Code != "model_not_found")
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }
        catch (V2Exception error) when (error.StatusCode == 429 || (error.Code is { } code && AcceptedThenFailed.Contains(code)))
        {
            // Legacy took the run and reported these as its end.
            return new ContinuedRun(run with
            {
                Id = "run_" + RandomText.Base36(24),
                Status = RunStatus.Failed,
                FailedAt = now,
                ExpiresAt = null,
                LastError = RunProgress.ToError(error.StatusCode == 429 ? "rate_limit_exceeded" : error.Code, LegacyWords.Translate(error.Message)),
            });
        }
    }
}
