using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.VectorStores;

internal static class VectorStoreFileRoutes
{
    private const string Files = "/vector_stores/{store}/files";
    private const string One = Files + "/{file}";
    private static readonly string[] Statuses = ["in_progress", "completed", "failed", "cancelled"];

    public static void Map(RouteTable routes)
    {
        routes.Post(Files, CreateAsync);
        routes.Get(Files, call => call.ReplyLockedAsync(() => List(call, Store(call).Files.Values)));
        routes.Get(One, call => call.ReplyLockedAsync(() => Json(call, Find(call))));
        routes.Post(One, UpdateAsync);
        routes.Get(One + "/content", call => call.ReplyLockedAsync(() => Content(Find(call))),
            Surface.OpenAI | Surface.Foundry);
        routes.Delete(One, DeleteAsync);
    }

    public static JsonObject List(Call call, IEnumerable<VectorStoreFile> files)
    {
        string? filter = call.Http.Request.Query["filter"];
        if (!string.IsNullOrEmpty(filter) && !Statuses.Contains(filter))
            throw Refusal.WrongValue("filter", filter, Statuses);
        DateTimeOffset now = call.Workspace.VectorStores.Now;
        return Page.Of(files.Where(file => string.IsNullOrEmpty(filter) || file.Status(now) == filter),
            call.Page(allowBefore: true), file => file.FileId, file => file.ToJson(now));
    }

    private static async Task CreateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("file_id", "attributes", "chunking_strategy");
        string fileId = body.RequiredString("file_id");
        await call.ReplyLockedAsync(() =>
        {
            VectorStore store = call.Workspace.VectorStores.Touch(call.Route("store"));
            return Json(call, call.Workspace.VectorStores.Attach(
                store, fileId, VectorStoreRequest.Chunking(body), VectorStoreRequest.Attributes(body)));
        });
    }

    private static async Task UpdateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("attributes");
        await call.ReplyLockedAsync(() =>
        {
            if (!body.Value.ContainsKey("attributes")) throw Refusal.Missing("attributes");
            VectorStoreFile changed = Find(call) with { Attributes = VectorStoreRequest.Attributes(body) };
            Store(call).Files[changed.FileId] = changed;
            return Json(call, changed);
        });
    }

    private static Task DeleteAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        VectorStoreFile file = Find(call);
        Store(call).Files.Remove(file.FileId);
        return new JsonObject { ["id"] = file.FileId, ["object"] = "vector_store.file.deleted", ["deleted"] = true };
    });

    private static JsonObject Content(VectorStoreFile file) => new()
    {
        ["object"] = "vector_store.file_content.page",
        ["data"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = file.Text ?? "" }),
        ["has_more"] = false,
        ["next_page"] = null,
    };

    private static VectorStore Store(Call call) => call.Workspace.VectorStores.Get(call.Route("store"));

    private static VectorStoreFile Find(Call call) =>
        Store(call).Files.TryGetValue(call.Route("file"), out VectorStoreFile? file)
            ? file
            : throw Refusal.NotFound($"No file found with id '{call.Route("file")}' in vector store '{call.Route("store")}'.");

    private static JsonObject Json(Call call, VectorStoreFile file) => file.ToJson(call.Workspace.VectorStores.Now);
}
