using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Diagnostics;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations;
using AgentsMigration.Adapter.Operations.Assistants;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Messages;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.Operations.Runs;
using AgentsMigration.Adapter.Operations.Runs.Streams;
using AgentsMigration.Adapter.Operations.Steps;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Tenancy;

namespace AgentsMigration.Adapter.Routing;

/// <summary>Builds the operations and lists their routes; literal paths come before those with a parameter.</summary>
internal static class Composition
{
    /// <param name="options">How the adapter works.</param>
    /// <param name="tenant">Whose routes they are.</param>
    /// <param name="pumps">Follows the runs that are streamed.</param>
    public static RouteTable BuildRoutes(AdapterOptions options, TenantContext tenant, StreamPumps pumps)
    {
        TimeProvider time = options.TimeProvider;
        AdapterState state = new(tenant.Documents, tenant.Blobs);
        V2Client v2 = new(tenant.Target, tenant.Http, time, new RetryPolicy(options.MaxRetries, time));

        CursorTrail cursors = new(state);
        TranscriptConversations transcripts = new(state, time);
        ConversationHome home = v2.Features.Conversations ? new UpstreamConversations(v2, areListed: tenant.Target is FoundryTarget) : transcripts;
        GeneratedFiles generated = new(v2, state, tenant.Ownership, time);
        FileReferences references = new(v2, state, generated);
        VectorStores stores = new(v2, references, time);
        ToolResourceMaker resources = new(v2, references, stores);
        AssistantCatalog catalog = tenant.Target is FoundryTarget
            ? new FoundryAssistantCatalog(v2, state, cursors, new AgentVersions(v2, time, options.RunExpiry), tenant.Ownership)
            : new StoredAssistantCatalog(state, time);

        MessageReader reader = new(home, state, cursors, time);
        AttachmentKeeper attachments = new(home, state, stores);
        MessageWriter writer = new(home, state, references, attachments, time);
        LastMessages lastMessages = new(home, reader);
        ThreadFiles threadFiles = new(state, time);
        ThreadContext context = v2.Features.Conversations
            ? new ConversationContext(lastMessages)
            : new TranscriptContext(transcripts, lastMessages, state, threadFiles);
        ConversationRepair repair = new(home);
        ResponseCreator responses = new(v2, repair, context, time);
        RunResults results = new(state, generated, threadFiles, context, time);
        RunTelemetry telemetry = new(tenant.Target);
        RunKeeper keeper = new(v2, state, results, repair, telemetry);
        LostResponses lost = new(v2, state, home, areListed: tenant.Target is FoundryTarget, time);
        RunContinuer continuer = new(v2, state, keeper, writer, responses, lost, telemetry, time);
        RunTracker tracker = new(v2, state, keeper, continuer, time);
        ThreadLock threadLock = new(state, tracker, keeper);
        RunFinder finder = new(state, tracker, threadLock);
        RunStarter starter = new(
            state, new RunPlanner(state, references, threadFiles, attachments, context), writer, threadLock, continuer, telemetry, time, options.RunExpiry);

        RunStreams streams = new(
            v2, new RunJournal(state, tracker, results, threadLock), pumps, time, patience: options.RunExpiry);

        ThreadContent content = new(v2, home, state);
        ThreadCreator creator = new(home, state, resources, writer, content);
        AssistantWriter assistantWriter = new(catalog, resources, references, stores, time);
        AssistantOperations assistants = new(catalog, assistantWriter);
        AssistantFileOperations assistantFiles = new(catalog, assistantWriter);
        MessageFileOperations messageFiles = new(reader);
        ThreadOperations threads = new(home, state, creator, resources, threadLock, content);
        MessageOperations messages = new(state, writer, reader, new MessageEraser(home, state, cursors), threadLock);
        RunOperations runs = new(state, catalog, starter, finder, creator, streams);
        RunEndings endings = new(state, continuer, keeper, finder, streams, time);
        StepOperations steps = new(state, finder, tracker, results);
        FileOperations files = new(v2, state, generated);
        PassThrough same = new(v2, references);

        return new RouteTable(
        [
            new("GET", "/assistants", assistants.ListAsync),
            new("POST", "/assistants", assistants.CreateAsync),
            new("GET", "/assistants/{assistant_id}", assistants.GetAsync),
            new("POST", "/assistants/{assistant_id}", assistants.ModifyAsync),
            new("DELETE", "/assistants/{assistant_id}", assistants.DeleteAsync),

            new("GET", "/threads", threads.ListAsync, Dialect.AgentsClassic),
            new("POST", "/threads", threads.CreateAsync),
            new("POST", "/threads/runs", runs.CreateWithThreadAsync),
            new("GET", "/threads/{thread_id}", threads.GetAsync),
            new("POST", "/threads/{thread_id}", threads.ModifyAsync),
            new("DELETE", "/threads/{thread_id}", threads.DeleteAsync),

            new("GET", "/threads/{thread_id}/messages", messages.ListAsync),
            new("POST", "/threads/{thread_id}/messages", messages.CreateAsync),
            new("GET", "/threads/{thread_id}/messages/{message_id}", messages.GetAsync),
            new("POST", "/threads/{thread_id}/messages/{message_id}", messages.ModifyAsync),
            new("DELETE", "/threads/{thread_id}/messages/{message_id}", messages.DeleteAsync),

            new("GET", "/threads/{thread_id}/runs", runs.ListAsync),
            new("POST", "/threads/{thread_id}/runs", runs.CreateAsync),
            new("GET", "/threads/{thread_id}/runs/{run_id}", runs.GetAsync),
            new("POST", "/threads/{thread_id}/runs/{run_id}", runs.ModifyAsync),
            new("POST", "/threads/{thread_id}/runs/{run_id}/cancel", endings.CancelAsync),
            new("POST", "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs", endings.SubmitAsync),
            new("GET", "/threads/{thread_id}/runs/{run_id}/steps", steps.ListAsync),
            new("GET", "/threads/{thread_id}/runs/{run_id}/steps/{step_id}", steps.GetAsync),

            new("GET", "/files", files.ListAsync),
            new("POST", "/files", files.UploadAsync),
            new("GET", "/files/{file_id}", files.GetAsync),
            new("DELETE", "/files/{file_id}", files.DeleteAsync),
            new("GET", "/files/{file_id}/content", files.GetContentAsync),

            .. FileLinkRoutes(assistantFiles, messageFiles),
            .. VectorStoreRoutes(same),
        ], time);
    }

    private static IEnumerable<Route> FileLinkRoutes(AssistantFileOperations assistants, MessageFileOperations messages) =>
    [
        new("GET", "/assistants/{assistant_id}/files", assistants.ListAsync, Dialect.AssistantsV1),
        new("POST", "/assistants/{assistant_id}/files", assistants.CreateAsync, Dialect.AssistantsV1),
        new("GET", "/assistants/{assistant_id}/files/{file_id}", assistants.GetAsync, Dialect.AssistantsV1),
        new("DELETE", "/assistants/{assistant_id}/files/{file_id}", assistants.DeleteAsync, Dialect.AssistantsV1),
        new("GET", "/threads/{thread_id}/messages/{message_id}/files", messages.ListAsync, Dialect.AssistantsV1),
        new("GET", "/threads/{thread_id}/messages/{message_id}/files/{file_id}", messages.GetAsync, Dialect.AssistantsV1),
    ];

    private static IEnumerable<Route> VectorStoreRoutes(PassThrough same)
    {
        (string Method, string Template)[] routes =
        [
            ("GET", ""),
            ("POST", ""),
            ("GET", "/{vector_store_id}"),
            ("POST", "/{vector_store_id}"),
            ("DELETE", "/{vector_store_id}"),
            ("POST", "/{vector_store_id}/search"),
            ("GET", "/{vector_store_id}/files"),
            ("POST", "/{vector_store_id}/files"),
            ("GET", "/{vector_store_id}/files/{file_id}"),
            ("POST", "/{vector_store_id}/files/{file_id}"),
            ("DELETE", "/{vector_store_id}/files/{file_id}"),
            ("GET", "/{vector_store_id}/files/{file_id}/content"),
            ("POST", "/{vector_store_id}/file_batches"),
            ("GET", "/{vector_store_id}/file_batches/{batch_id}"),
            ("POST", "/{vector_store_id}/file_batches/{batch_id}/cancel"),
            ("GET", "/{vector_store_id}/file_batches/{batch_id}/files"),
        ];
        foreach ((string method, string template) in routes)
            yield return new Route(method, "/vector_stores" + template, same.To("/vector_stores" + template));
    }
}
