using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Assistants;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.Operations.Runs.Streams;
using AgentsMigration.Adapter.Operations.Steps;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Runs;

internal sealed class RunOperations(
    AdapterState state,
    AssistantCatalog assistants,
    RunStarter starter,
    RunFinder finder,
    ThreadCreator threads,
    RunStreams streams)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        NewToolResources? own = ReadOwn(call.Wire.ReadRunResources(body));
        NewRun request = NewRun.Read(body) with { ToolResources = own?.With([]) };
        await threads.RequireResourcesAsync(own, cancellationToken).ConfigureAwait(false);
        assistants.RequireServed(request.Tools);
        AssistantRecord assistant = await assistants.GetAsync(request.AssistantId, cancellationToken).ConfigureAwait(false);
        ContinuedRun started = await starter.StartAsync(threadId, request, assistant, cancellationToken).ConfigureAwait(false);
        return Respond(call, request, started, thread: null);
    }

    public async Task<LegacyResponse> CreateWithThreadAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        NewThread thread = NewThread.Read(body.OptionalObject("thread"));
        NewToolResources? own = ReadOwn(call.Wire.ReadResources(body));
        NewRun request = NewRun.ReadFields(body) with { ToolResources = own?.With([]) };
        body.RefuseUnread();
        assistants.RequireServed(request.Tools);
        AssistantRecord assistant = await assistants.GetAsync(request.AssistantId, cancellationToken).ConfigureAwait(false);
        await threads.RequireResourcesAsync(own, cancellationToken).ConfigureAwait(false);

        CreatedThread created = await threads.CreateAsync(thread, cancellationToken).ConfigureAwait(false);
        try
        {
            ContinuedRun started = await starter.StartAsync(created.Record.Id, request, assistant, cancellationToken).ConfigureAwait(false);
            return Respond(call, request, started, created);
        }
        catch
        {
            await threads.UndoAsync(created).ConfigureAwait(false);
            throw;
        }
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RunRecord run = await finder.RefreshAsync(call, cancellationToken).ConfigureAwait(false);
        return Respond(call, run);
    }

    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        PageRequest request = PageRequest.Read(call.Request.Query);
        StorePage<RunRecord> page = await StorePaging.ReadAsync(
            state.Runs, threadId, "run", request, cancellationToken).ConfigureAwait(false);
        if (page.Items.Count == 0)
            await threads.RequireAsync(threadId, cancellationToken).ConfigureAwait(false);
        List<RunRecord> runs = [];
        foreach (RunRecord run in page.Items)
            runs.Add(await finder.RefreshListedAsync(run, cancellationToken).ConfigureAwait(false));
        return LegacyList.Respond(runs, page.HasMore, run => run.Id, (writer, run) => RunMapping.Write(writer, run, call.Wire));
    }

    public async Task<LegacyResponse> ModifyAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, string>? metadata = body.OptionalMetadata();
        body.RefuseUnread();
        RunRecord run = await finder.RefreshAsync(call, cancellationToken).ConfigureAwait(false);
        if (run.Status is RunStatus.Queued or RunStatus.InProgress or RunStatus.Cancelling)
            throw new LegacyException(400, $"Cannot update run with status '{run.Status}'.");

        if (metadata is not null)
        {
            run = await state.Runs.UpdateAsync(
                run.Id, run.ThreadId, known => (known ?? run) with { Metadata = metadata }, cancellationToken).ConfigureAwait(false);
        }
        return Respond(call, run);
    }

    private static NewToolResources? ReadOwn(NewToolResources? own) =>
        own?.NewStores.Count > 0 ? throw LegacyErrors.UnknownParameter("tool_resources.file_search.vector_stores") : own;

    public static LegacyResponse Respond(RouteCall call, RunRecord run) =>
        LegacyResponse.Json((run, call.Wire), static (writer, read) => RunMapping.Write(writer, read.run, read.Wire));

    private LegacyResponse Respond(RouteCall call, NewRun request, ContinuedRun started, CreatedThread? thread)
    {
        if (!request.Stream)
            return Respond(call, started.Run);
        return streams.Open(
            call.Wire,
            started.Run,
            started.Stream,
            events =>
            {
                if (thread is not null)
                    events.Thread((thread, call.Wire), static (writer, made) =>
                        ThreadMapping.Write(writer, made.thread.Conversation, made.thread.Record, isRead: true, made.Wire));
                events.Run("created", RunStreams.Unbegun(started.Run));
                events.Run(RunStatus.Queued, RunStreams.Unbegun(started.Run));
            },
            StepInclude.HasSearchContent(call.Request.Query));
    }
}
