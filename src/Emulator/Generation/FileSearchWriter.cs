using AgentsMigration.Emulator.VectorStores;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Produces a file search call over the vector stores of the request.</summary>
internal static class FileSearchWriter
{
    public static void Write(StepContext context, string query)
    {
        context.Budget.TakeWhole(query);
        OutputSink sink = context.Sink;
        JsonObject item = new()
        {
            ["id"] = sink.NewId("fs_"),
            ["type"] = "file_search_call",
            ["status"] = "in_progress",
            ["queries"] = new JsonArray(),
            ["results"] = null,
        };
        JsonObject At() => new() { ["item_id"] = item["id"]!.DeepClone(), ["output_index"] = sink.Index };
        sink.Added(item);
        sink.Emit("response.file_search_call.in_progress", At());
        sink.Emit("response.file_search_call.searching", At());
        IReadOnlyList<SearchHit> hits = Search(context, query);
        context.State.Found(query, hits);
        item["status"] = "completed";
        item["queries"] = new JsonArray(query);
        item["results"] = new JsonArray([.. hits.Select(hit => hit.ToResult())]);
        sink.Emit("response.file_search_call.completed", At());
        sink.Done(item);
    }

    private static IReadOnlyList<SearchHit> Search(StepContext context, string query)
    {
        JsonNode tool = context.Record.Request.Tools.First(tool => tool!["type"]!.GetValue<string>() == "file_search")!;
        lock (context.Workspace.Gate)
        {
            VectorStoreCollection stores = context.Workspace.VectorStores;
            VectorStoreFile[] files =
            [
                .. ((JsonArray)tool["vector_store_ids"]!)
                    .SelectMany(id => stores.Touch(id!.GetValue<string>()).Files.Values)
                    .Where(file => file.Status(stores.Now) == "completed")
                    .Where(file => AttributeFilter.Fits(tool["filters"] as JsonObject, file.Attributes)),
            ];
            return WordSearch.Find(files, query, tool["max_num_results"]!.GetValue<int>(),
                tool["ranking_options"]!["score_threshold"]!.GetValue<double>());
        }
    }
}
