using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Mapping.HostedTools;

/// <summary>A tool of Agents (classic) that the service itself calls, and what v2 calls it.</summary>
/// <param name="Type">The legacy type.</param>
/// <param name="V2Type">The type in v2, and the name of its options.</param>
/// <param name="Read">Checks the definition field by field.</param>
internal sealed record HostedTool(string Type, string V2Type, Action<RequestBody> Read)
{
    /// <summary>OpenAI knows it as well; the others are Foundry's.</summary>
    public bool IsOpenAIs => Type == Mcp;

    public const string Mcp = "mcp";
    public const string AzureAISearch = "azure_ai_search";

    public static IReadOnlyList<HostedTool> All { get; } =
    [
        new("bing_grounding", "bing_grounding", HostedToolReader.BingGrounding),
        new("bing_custom_search", "bing_custom_search_preview", HostedToolReader.BingCustomSearch),
        new(AzureAISearch, AzureAISearch, _ => { }),
        new("openapi", "openapi", HostedToolReader.OpenApi),
        new("azure_function", "azure_function", HostedToolReader.AzureFunction),
        Connected("sharepoint_grounding", "sharepoint_grounding_preview"),
        Connected("fabric_dataagent", "fabric_dataagent_preview"),
        // What the first previews called them.
        Connected("fabric_aiskill", "fabric_dataagent_preview"),
        Connected("microsoft_fabric", "fabric_dataagent_preview"),
        Connected("sharepoint", "sharepoint_grounding_preview"),
        new("browser_automation", "browser_automation_preview", HostedToolReader.BrowserAutomation),
        new(Mcp, Mcp, HostedToolReader.McpServer),
    ];

    /// <summary>What has no counterpart, and what to do instead.</summary>
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["connected_agent"] = "Give the agent a function that calls the other agent, or connect the two in a Foundry workflow.",
        ["deep_research"] = "Run a deep research model of its own, or give the agent 'bing_grounding'.",
        ["event_binding"] = "Give the agent a function, and start the run from the event's handler.",
        ["output_binding"] = "Give the agent a function, or read the run's last message and pass it on.",
        ["computer_use_preview"] = "Drive the computer from your own code with the v2 Responses API.",
    };

    private static HostedTool Connected(string type, string v2Type) =>
        new(type, v2Type, tool => HostedToolReader.Connections(tool, type));

    public static HostedTool? Find(string? type) => All.FirstOrDefault(tool => tool.Type == type);

    public static HostedTool? FindV2(string? type) => All.FirstOrDefault(tool => tool.V2Type == type);

    public static LegacyException Refuse(string type, string path) => Refused.TryGetValue(type, out string? instead)
        ? LegacyErrors.Unsupported(path, $"The tool '{type}' has no counterpart in v2. {instead}")
        : LegacyErrors.InvalidValue(
            path,
            $"'{type}'. Supported values are: 'code_interpreter', 'file_search', 'function', "
            + $"'{string.Join("', '", All.Select(tool => tool.Type))}'.");

    public static LegacyException RefuseOnOpenAI(string type) => LegacyErrors.Unsupported(
        "tools", $"The tool '{type}' needs a Microsoft Foundry project: the gateway's target is an OpenAI service, which does not have it.");
}
