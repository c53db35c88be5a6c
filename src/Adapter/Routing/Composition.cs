using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Operations;
using AgentsMigration.Adapter.Operations.Assistants;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Messages;
using AgentsMigration.Adapter.Operations.Runs;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Routing;

/// <summary>Builds the operations and lists their routes; literal paths come before those with a parameter.</summary>
internal static class Composition
{
    public static RouteTable BuildRoutes(AdapterOptions options, HttpMessageInvoker http)
    {
        TimeProvider time = options.TimeProvider;
        AdapterState state = new(
            options.Documents ?? new InMemoryDocumentStore(time),
            options.Blobs ?? new InMemoryBlobStore());
        V2Client v2 = new(options.Target, http, time);

        GeneratedFiles generated = new(v2, state, time);
        FileReferences references = new(v2, state, generated);
        AssistantCatalog catalog = options.Target is FoundryTarget
            ? new FoundryAssistantCatalog(v2, state)
            : new StoredAssistantCatalog(state, time);
        RunTracker tracker = new(v2, state, new RunResults(state, generated, time), time);
        ThreadLock threadLock = new(state, tracker, time);
        MessageWriter writer = new(v2, state, references, time);

        AssistantOperations assistants = new(catalog, references);
        ThreadOperations threads = new(v2, state, references, writer, threadLock, new ThreadContent(v2, state));
        MessageOperations messages = new(writer, new MessageReader(v2, state, time), threadLock);
        RunOperations runs = new(
            v2, state, catalog, new RunPlanner(state, references), writer, threadLock, tracker, options.RunExpiry);
        FileOperations files = new(v2, generated);
        PassThrough same = new(v2);

        return new RouteTable(
        [
            new("POST", "/assistants", assistants.CreateAsync),
            new("GET", "/assistants/{assistant_id}", assistants.GetAsync),
            new("DELETE", "/assistants/{assistant_id}", assistants.DeleteAsync),

            new("POST", "/threads", threads.CreateAsync),
            new("GET", "/threads/{thread_id}", threads.GetAsync),
            new("DELETE", "/threads/{thread_id}", threads.DeleteAsync),

            new("POST", "/threads/{thread_id}/messages", messages.CreateAsync),
            new("GET", "/threads/{thread_id}/messages", messages.ListAsync),

            new("POST", "/threads/{thread_id}/runs", runs.CreateAsync),
            new("GET", "/threads/{thread_id}/runs/{run_id}", runs.GetAsync),

            new("POST", "/files", files.UploadAsync),
            new("GET", "/files", same.To("/files")),
            new("GET", "/files/{file_id}", files.GetAsync),
            new("DELETE", "/files/{file_id}", files.DeleteAsync),
            new("GET", "/files/{file_id}/content", files.GetContentAsync),

            .. VectorStoreRoutes(same),
        ]);
    }

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
