using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.VectorStores;

internal static class VectorStoreBatchRoutes
{
    private const string Batches = "/vector_stores/{store}/file_batches";
    private const string One = Batches + "/{batch}";

    public static void Map(RouteTable routes)
    {
        routes.Post(Batches, CreateAsync);
        routes.Get(One, call => call.ReplyLockedAsync(() => Json(call, Find(call))));
        routes.Get(One + "/files", call =>
            call.ReplyLockedAsync(() => VectorStoreFileRoutes.List(call, Find(call).Files)));
        routes.Post(One + "/cancel", CancelAsync);
    }

    private static async Task CreateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("file_ids", "files", "attributes", "chunking_strategy");
        await call.ReplyLockedAsync(() =>
        {
            VectorStore store = call.Workspace.VectorStores.Touch(call.Route("store"));
            (string FileId, Fields Settings)[] wanted = [.. Wanted(body)];
            if (wanted.Length == 0) throw Refusal.EmptyArray("file_ids");
            foreach ((string fileId, _) in wanted) call.Workspace.Files.Get(fileId, "file_ids");
            VectorStoreFile[] files = [.. wanted.Select(entry => call.Workspace.VectorStores.Attach(store, entry.FileId,
                VectorStoreRequest.Chunking(entry.Settings), VectorStoreRequest.Attributes(entry.Settings)))];
            VectorStoreBatch batch = new(Ids.NewBatch(), store.Id, call.Workspace.Now, files);
            store.Batches.Add(batch.Id, batch);
            return Json(call, batch);
        });
    }

    private static IEnumerable<(string FileId, Fields Settings)> Wanted(Fields body)
    {
        if (body.Has("file_ids") == body.Has("files"))
            throw Refusal.Bad("Exactly one of 'file_ids' and 'files' must be provided.", "file_ids");
        foreach (string id in body.Strings("file_ids")) yield return (id, body);
        foreach ((int index, JsonNode? node) in (body.Array("files") ?? []).Index())
        {
            if (node is not JsonObject file) throw Refusal.WrongType($"files[{index}]", "an object", node);
            Fields fields = new(file, $"files[{index}]");
            yield return (fields.RequiredString("file_id"), fields);
        }
    }

    private static Task CancelAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        VectorStoreBatch batch = Find(call);
        foreach (VectorStoreFile dropped in batch.Cancel(call.Workspace.VectorStores.Now)) Store(call).Files.Remove(dropped.FileId);
        return Json(call, batch);
    });

    private static VectorStore Store(Call call) => call.Workspace.VectorStores.Get(call.Route("store"));

    private static VectorStoreBatch Find(Call call) =>
        Store(call).Batches.TryGetValue(call.Route("batch"), out VectorStoreBatch? batch)
            ? batch
            : throw Refusal.NotFound($"No file batch found with id '{call.Route("batch")}'.");

    private static JsonObject Json(Call call, VectorStoreBatch batch) => batch.ToJson(call.Workspace.VectorStores.Now);
}
