namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>A v2 URL: its template for telemetry, and the path with the values in it.</summary>
internal sealed class V2Route
{
    private const string EventStream = "text/event-stream";
    private const string Outputs = "include[]=code_interpreter_call.outputs&include[]=file_search_call.results";

    private readonly string _path;
    private readonly bool _isAgents;

    private V2Route(string template, string path, string accept = "application/json", bool isAgents = false)
    {
        Template = template;
        Accept = accept;
        _path = path;
        _isAgents = isAgents;
    }

    public string Template { get; }

    public string Accept { get; }

    public static V2Route Responses { get; } = new("/responses", "responses");

    public static V2Route ResponseStream { get; } = new("/responses", "responses", EventStream);

    public static V2Route InputTokens { get; } = new("/responses/input_tokens", "responses/input_tokens");

    public static V2Route Containers { get; } = new("/containers", "containers");

    public static V2Route Conversations { get; } = new("/conversations", "conversations");

    public static V2Route Files { get; } = new("/files", "files");

    public static V2Route VectorStores { get; } = new("/vector_stores", "vector_stores");

    public static V2Route Agents { get; } = new("/agents", "agents?api-version=v1", isAgents: true);

    public static V2Route Response(string id, string query = "") =>
        new("/responses/{response_id}", $"responses/{Escape(id)}{query}");

    /// <summary>The responses of a conversation, newest first; only Foundry lists them.</summary>
    public static V2Route ResponsesOf(string conversation) =>
        new("/responses", $"responses?conversation_id={Escape(conversation)}&order=desc&limit=20");

    /// <summary>The newest items of a conversation, newest first, with all that their response has.</summary>
    public static V2Route LastItems(string conversation) => Items(conversation, "?limit=100&order=desc&" + Outputs);

    /// <summary>With what code interpreter printed and file search found, for the steps.</summary>
    public static V2Route ResponseWithOutputs(string id) =>
        Response(id, "?" + Outputs);

    /// <summary>The stream of a response from behind an event on; from its beginning with none.</summary>
    public static V2Route ResumedStream(string id, long after) => new(
        "/responses/{response_id}",
        $"responses/{Escape(id)}?stream=true{(after < 0 ? "" : $"&starting_after={after}")}&{Outputs}",
        EventStream);

    public static V2Route ResponseCancel(string id) =>
        new("/responses/{response_id}/cancel", $"responses/{Escape(id)}/cancel");

    public static V2Route ConversationList(string query) => new("/conversations", "conversations" + query);

    public static V2Route Conversation(string id) =>
        new("/conversations/{conversation_id}", $"conversations/{Escape(id)}");

    public static V2Route Items(string conversation, string query = "") =>
        new("/conversations/{conversation_id}/items", $"conversations/{Escape(conversation)}/items{query}");

    public static V2Route Item(string conversation, string item, string query = "") =>
        new("/conversations/{conversation_id}/items/{item_id}", $"conversations/{Escape(conversation)}/items/{Escape(item)}{query}");

    public static V2Route FileList(string query) => new("/files", "files" + query);

    public static V2Route File(string id) => new("/files/{file_id}", $"files/{Escape(id)}");

    public static V2Route FileContent(string id) => new("/files/{file_id}/content", $"files/{Escape(id)}/content", "*/*");

    public static V2Route ContainerFiles(string container, string query = "") =>
        new("/containers/{container_id}/files", $"containers/{Escape(container)}/files{query}");

    public static V2Route ContainerFile(string container, string file) =>
        new("/containers/{container_id}/files/{file_id}", $"containers/{Escape(container)}/files/{Escape(file)}");

    public static V2Route ContainerFileContent(string container, string file) =>
        new("/containers/{container_id}/files/{file_id}/content", $"containers/{Escape(container)}/files/{Escape(file)}/content", "*/*");

    public static V2Route VectorStore(string id) => new("/vector_stores/{vector_store_id}", $"vector_stores/{Escape(id)}");

    public static V2Route VectorStoreFile(string id, string fileId) =>
        new("/vector_stores/{vector_store_id}/files/{file_id}", $"vector_stores/{Escape(id)}/files/{Escape(fileId)}");

    public static V2Route VectorStoreFiles(string id) =>
        new("/vector_stores/{vector_store_id}/files", $"vector_stores/{Escape(id)}/files");

    public static V2Route AgentList(string query) => new("/agents", "agents?api-version=v1" + query, isAgents: true);

    public static V2Route AgentVersions(string name, string query = "") =>
        new("/agents/{agent_name}/versions", $"agents/{Escape(name)}/versions?api-version=v1{query}", isAgents: true);

    public static V2Route AgentVersion(string name, string version) => new(
        "/agents/{agent_name}/versions/{version}", $"agents/{Escape(name)}/versions/{Escape(version)}?api-version=v1", isAgents: true);

    public static V2Route Agent(string name) =>
        new("/agents/{agent_name}", $"agents/{Escape(name)}?api-version=v1", isAgents: true);

    /// <summary>A resource whose legacy and v2 wire are the same, such as a vector store.</summary>
    public static V2Route Same(string template, string path) => new(template, path.TrimStart('/'));

    /// <summary>As a relative URL would be resolved, for less: a base ends with a slash, and a path begins with none.</summary>
    public Uri Resolve(V2Target target) =>
        new((_isAgents ? ((FoundryTarget)target).AgentsBase : target.ResourceBase).AbsoluteUri + _path);

    private static string Escape(string value) => Uri.EscapeDataString(value);
}
