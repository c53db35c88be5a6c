using System.Text.Json;
using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping.HostedTools;

/// <summary>The definitions of hosted tools, each field of which is known: an unknown one is refused, not dropped.</summary>
internal static class HostedToolReader
{
    private static readonly string[] Bindings = ["input_binding", "output_binding"];
    private static readonly string[] IndexTexts = ["index_connection_id", "index_name", "query_type", "filter", "index_asset_id"];

    public static void BingGrounding(RequestBody tool) =>
        Options(tool, "bing_grounding", options =>
        {
            // The first versions had connections alone.
            IReadOnlyList<RequestBody> searches = options.OptionalObjects("search_configurations") ?? options.OptionalObjects("connections")
                ?? throw LegacyErrors.MissingParameter(options.Path("search_configurations"));
            Each(searches, Search);
        });

    public static void BingCustomSearch(RequestBody tool) =>
        Options(tool, "bing_custom_search", options => Each(Required(options, "search_configurations"), search =>
        {
            search.RequiredString("instance_name");
            Search(search);
        }));

    public static void Connections(RequestBody tool, string name) =>
        Options(tool, name, options => Each(Required(options, "connections"), Connection));

    public static void OpenApi(RequestBody tool) => Options(tool, "openapi", options =>
    {
        options.RequiredString("name", 64);
        options.OptionalString("description");
        _ = options.OptionalObject("spec") ?? throw LegacyErrors.MissingParameter(options.Path("spec"));
        options.OptionalArray("default_params");
        // What the service found in the specification: apps that read a tool and send it back send this, too.
        options.OptionalArray("functions");
        RequestBody auth = options.OptionalObject("auth") ?? throw LegacyErrors.MissingParameter(options.Path("auth"));
        string type = auth.RequiredString("type");
        if (type is not ("anonymous" or "connection" or "managed_identity"))
        {
            throw LegacyErrors.InvalidValue(
                auth.Path("type"), $"'{type}'. Supported values are: 'anonymous', 'connection', and 'managed_identity'.");
        }
        RequestBody? scheme = auth.OptionalObject("security_scheme");
        if (type == "connection")
            (scheme ?? throw LegacyErrors.MissingParameter(auth.Path("security_scheme"))).RequiredString("connection_id");
        if (type == "managed_identity")
            (scheme ?? throw LegacyErrors.MissingParameter(auth.Path("security_scheme"))).RequiredString("audience");
        scheme?.RefuseUnread();
        auth.RefuseUnread();
    });

    public static void AzureFunction(RequestBody tool) => Options(tool, "azure_function", options =>
    {
        RequestBody function = options.OptionalObject("function") ?? throw LegacyErrors.MissingParameter(options.Path("function"));
        function.RequiredString("name", 64);
        function.OptionalString("description");
        function.OptionalObject("parameters");
        function.RefuseUnread();
        foreach (string name in Bindings)
        {
            RequestBody binding = options.OptionalObject(name) ?? throw LegacyErrors.MissingParameter(options.Path(name));
            if (binding.RequiredString("type") is var type && type != "storage_queue")
                throw LegacyErrors.InvalidValue(binding.Path("type"), $"'{type}'. Supported values are: 'storage_queue'.");
            RequestBody queue = binding.OptionalObject("storage_queue") ?? throw LegacyErrors.MissingParameter(binding.Path("storage_queue"));
            queue.RequiredString("queue_service_endpoint");
            queue.RequiredString("queue_name");
            queue.RefuseUnread();
            binding.RefuseUnread();
        }
    });

    public static void BrowserAutomation(RequestBody tool) => Options(tool, "browser_automation", options =>
    {
        RequestBody connection = options.OptionalObject("connection") ?? throw LegacyErrors.MissingParameter(options.Path("connection"));
        connection.RequiredString("id");
        connection.RefuseUnread();
    });

    public static void McpServer(RequestBody tool)
    {
        tool.RequiredString("server_label");
        tool.RequiredString("server_url");
        tool.OptionalArray("allowed_tools");
    }

    /// <summary>What a resource says of a server: who is asked, and with which headers.</summary>
    public static JsonElement McpResource(RequestBody server)
    {
        server.RequiredString("server_label");
        if (server.OptionalObject("headers") is { } headers)
        {
            foreach (JsonProperty header in headers.Root.EnumerateObject())
                headers.RequiredString(header.Name);
        }
        if (server.Optional("require_approval") is { ValueKind: JsonValueKind.String } approval && approval.GetString() is not ("always" or "never"))
        {
            throw LegacyErrors.InvalidValue(
                server.Path("require_approval"), $"'{approval.GetString()}'. Supported values are: 'always', 'never', and an object.");
        }
        server.RefuseUnread();
        return server.Root;
    }

    public static JsonElement SearchIndex(RequestBody index)
    {
        foreach (string name in IndexTexts)
            index.OptionalString(name);
        index.OptionalInteger("top_k", 1);
        index.RefuseUnread();
        return index.Root;
    }

    private static void Search(RequestBody search)
    {
        search.RequiredString("connection_id");
        search.OptionalString("market");
        search.OptionalString("set_lang");
        search.OptionalInteger("count", 1);
        search.OptionalString("freshness");
    }

    private static void Connection(RequestBody connection) => connection.RequiredString("connection_id");

    private static void Options(RequestBody tool, string name, Action<RequestBody> read)
    {
        RequestBody options = tool.OptionalObject(name) ?? throw LegacyErrors.MissingParameter(tool.Path(name));
        read(options);
        options.RefuseUnread();
    }

    private static void Each(IReadOnlyList<RequestBody> items, Action<RequestBody> read)
    {
        foreach (RequestBody item in items)
        {
            read(item);
            item.RefuseUnread();
        }
    }

    private static IReadOnlyList<RequestBody> Required(RequestBody body, string name) =>
        body.OptionalObjects(name) ?? throw LegacyErrors.MissingParameter(body.Path(name));
}
