using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;
using AgentsMigration.Emulator.VectorStores;

namespace AgentsMigration.Emulator.Responses;

internal static class FileSearchToolReader
{
    private const int MaximumResults = 50;
    private const int DefaultResults = 20;

    public static JsonObject Read(Workspace workspace, Fields tool)
    {
        tool.AllowOnly("type", "vector_store_ids", "max_num_results", "filters", "ranking_options");
        if (!tool.Value.ContainsKey("vector_store_ids")) throw Refusal.Missing(tool.Path("vector_store_ids"));
        if (tool.Strings("vector_store_ids").Count == 0) throw Refusal.EmptyArray(tool.Path("vector_store_ids"));
        foreach (string id in tool.Strings("vector_store_ids"))
            workspace.VectorStores.Touch(id, tool.Path("vector_store_ids"));
        Fields? filters = tool.Object("filters");
        AttributeFilter.Check(filters);
        return new JsonObject
        {
            ["type"] = "file_search",
            ["filters"] = filters?.Value.DeepClone(),
            ["max_num_results"] = tool.Integer("max_num_results", 1, MaximumResults) ?? DefaultResults,
            ["ranking_options"] = Ranking(tool.Object("ranking_options")),
            ["vector_store_ids"] = tool.Array("vector_store_ids")!.DeepClone(),
        };
    }

    private static JsonObject Ranking(Fields? options) => new()
    {
        ["ranker"] = options?.Choice("ranker", "auto", "default-2024-11-15") ?? "auto",
        ["score_threshold"] = options?.Number("score_threshold", 0, 1) ?? 0.0,
    };
}
