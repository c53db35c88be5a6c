using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.VectorStores;

internal static class VectorStoreRoutes
{
    private const string Stores = "/vector_stores";
    private const string Store = Stores + "/{store}";

    public static void Map(RouteTable routes)
    {
        routes.Post(Stores, CreateAsync);
        routes.Get(Stores, ListAsync);
        routes.Get(Store, call => call.ReplyLockedAsync(() => Json(call, Find(call))));
        routes.Post(Store, UpdateAsync);
        routes.Delete(Store, DeleteAsync);
        routes.Post(Store + "/search", SearchAsync, Surface.OpenAI | Surface.Foundry);
    }

    private static async Task CreateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly(
            "name", "description", "file_ids", "expires_after", "chunking_strategy", "metadata");
        await call.ReplyLockedAsync(() =>
        {
            IReadOnlyList<string> files = body.Strings("file_ids");
            foreach (string file in files) call.Workspace.Files.Get(file, "file_ids");
            JsonObject chunking = VectorStoreRequest.Chunking(body);
            JsonObject metadata = MetadataField.Read(body);
            int? days = VectorStoreRequest.Days(body);
            VectorStore store = call.Workspace.VectorStores.Create();
            store.Name = body.String("name");
            store.Description = body.String("description");
            store.ExpiresAfterDays = days;
            store.Metadata = metadata;
            foreach (string file in files) call.Workspace.VectorStores.Attach(store, file, chunking, []);
            return Json(call, store);
        });
    }

    private static async Task UpdateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("name", "expires_after", "metadata");
        await call.ReplyLockedAsync(() =>
        {
            VectorStore store = call.Workspace.VectorStores.Touch(call.Route("store"));
            if (body.Value.ContainsKey("name")) store.Name = body.String("name");
            if (body.Value.ContainsKey("expires_after")) store.ExpiresAfterDays = VectorStoreRequest.Days(body);
            if (body.Value.ContainsKey("metadata")) store.Metadata = MetadataField.Read(body);
            return Json(call, store);
        });
    }

    // This list knows both cursors on every surface.
    private static Task ListAsync(Call call) => call.ReplyLockedAsync(() =>
        Page.Of(call.Workspace.VectorStores.All, call.Page(allowBefore: true),
            store => store.Id, store => Json(call, store)));

    private static Task DeleteAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        call.Workspace.VectorStores.Delete(call.Route("store"));
        return new JsonObject { ["id"] = call.Route("store"), ["object"] = "vector_store.deleted", ["deleted"] = true };
    });

    private static async Task SearchAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("query", "rewrite_query", "max_num_results", "filters",
            "ranking_options");
        string[] queries = body.Value["query"] is JsonArray ? [.. body.Strings("query")] : [body.RequiredString("query")];
        int maximum = body.Integer("max_num_results", 1, 50) ?? 10;
        double threshold = body.Object("ranking_options")?.Number("score_threshold", 0, 1) ?? 0;
        Fields? filters = body.Object("filters");
        AttributeFilter.Check(filters);
        await call.ReplyLockedAsync(() =>
        {
            VectorStore store = call.Workspace.VectorStores.Touch(call.Route("store"));
            DateTimeOffset now = call.Workspace.VectorStores.Now;
            IEnumerable<VectorStoreFile> files = store.Files.Values.Where(file =>
                file.Status(now) == "completed" && AttributeFilter.Fits(filters?.Value, file.Attributes));
            IReadOnlyList<SearchHit> hits = WordSearch.Find(files, string.Join(' ', queries), maximum, threshold);
            return new JsonObject
            {
                ["object"] = "vector_store.search_results.page",
                ["search_query"] = new JsonArray([.. queries.Select(query => (JsonNode)query)]),
                ["data"] = new JsonArray([.. hits.Select(hit => hit.ToPageItem())]),
                ["has_more"] = false,
                ["next_page"] = null,
            };
        });
    }

    private static VectorStore Find(Call call) => call.Workspace.VectorStores.Get(call.Route("store"));

    private static JsonObject Json(Call call, VectorStore store) => store.ToJson(call.Workspace.VectorStores.Now);
}
