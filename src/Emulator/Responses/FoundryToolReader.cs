using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Tools that only Foundry has: their shape is checked, the scripted model never calls them.</summary>
internal static class FoundryToolReader
{
    private static readonly Dictionary<string, Action<Fields>> Kinds = new(StringComparer.Ordinal)
    {
        ["bing_grounding"] = options => Each(options.AllowOnly("search_configurations"), "search_configurations", Search),
        ["bing_custom_search_preview"] = options => Each(options.AllowOnly("search_configurations"), "search_configurations", CustomSearch),
        ["azure_ai_search"] = options => Each(options.AllowOnly("indexes"), "indexes", Index),
        ["openapi"] = OpenApi,
        ["azure_function"] = AzureFunction,
        ["sharepoint_grounding_preview"] = Connections,
        ["fabric_dataagent_preview"] = Connections,
        ["browser_automation_preview"] = options => Connection(Required(options.AllowOnly("connection"), "connection")),
    };

    public static IEnumerable<string> Types => Kinds.Keys;

    public static JsonObject Read(Fields tool, string type)
    {
        tool.AllowOnly("type", "name", "description", "tool_configs", type);
        Kinds[type](Required(tool, type));
        return (JsonObject)tool.Value.DeepClone();
    }

    private static void Search(Fields search)
    {
        search.AllowOnly("project_connection_id", "market", "set_lang", "count", "freshness");
        search.RequiredString("project_connection_id");
        search.Integer("count", 1);
    }

    private static void CustomSearch(Fields search)
    {
        search.AllowOnly("project_connection_id", "instance_name", "market", "set_lang", "count", "freshness");
        search.RequiredString("project_connection_id");
        search.RequiredString("instance_name");
    }

    private static void Index(Fields index)
    {
        index.AllowOnly("project_connection_id", "index_name", "query_type", "top_k", "filter", "index_asset_id");
        index.Choice("query_type", "simple", "semantic", "vector", "vector_simple_hybrid", "vector_semantic_hybrid");
        index.Integer("top_k", 1);
    }

    private static void Connections(Fields options) =>
        Each(options.AllowOnly("project_connections"), "project_connections", Connection);

    private static void Connection(Fields connection) =>
        connection.AllowOnly("project_connection_id").RequiredString("project_connection_id");

    private static void OpenApi(Fields options)
    {
        options.AllowOnly("name", "description", "spec", "auth", "default_params", "functions");
        options.RequiredString("name");
        Required(options, "spec");
        Fields auth = Required(options, "auth").AllowOnly("type", "security_scheme");
        string type = auth.RequiredString("type");
        auth.Choice("type", "anonymous", "project_connection", "managed_identity");
        if (type == "project_connection") Connection(Required(auth, "security_scheme"));
        if (type == "managed_identity") Required(auth, "security_scheme").AllowOnly("audience").RequiredString("audience");
    }

    private static void AzureFunction(Fields options)
    {
        options.AllowOnly("function", "input_binding", "output_binding");
        Required(options, "function").AllowOnly("name", "description", "parameters").RequiredString("name");
        foreach (string name in new[] { "input_binding", "output_binding" })
        {
            Fields binding = Required(options, name).AllowOnly("type", "storage_queue");
            binding.Choice("type", "storage_queue");
            Fields queue = Required(binding, "storage_queue").AllowOnly("queue_service_endpoint", "queue_name");
            queue.RequiredString("queue_service_endpoint");
            queue.RequiredString("queue_name");
        }
    }

    private static Fields Required(Fields owner, string name) => owner.Object(name) ?? throw Refusal.Missing(owner.Path(name));

    private static void Each(Fields owner, string name, Action<Fields> check)
    {
        JsonArray items = owner.Array(name) ?? throw Refusal.Missing(owner.Path(name));
        foreach ((int index, JsonNode? item) in items.Index())
        {
            string at = $"{owner.Path(name)}[{index}]";
            check(item is JsonObject inner ? new Fields(inner, at) : throw Refusal.WrongType(at, "an object", item));
        }
    }
}
