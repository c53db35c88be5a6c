using System.Text.Json;
using AgentsMigration.Emulator.Responses;

namespace AgentsMigration.Emulator.Model;

/// <summary>What the model sees of a request.</summary>
/// <param name="Message">The text of the last user message.</param>
/// <param name="Since">The items after that message, oldest first.</param>
/// <param name="Tools">The tools that may be called.</param>
internal sealed record ModelInput(string Message, IReadOnlyList<JsonObject> Since, IReadOnlyList<JsonObject> Tools)
{
    public IEnumerable<string> Functions =>
        Tools.Where(tool => Text(tool, "type") == "function").Select(tool => Text(tool, "name"));

    public static ModelInput Of(IReadOnlyList<JsonObject> context, JsonArray tools, JsonNode? toolChoice)
    {
        int last = context.ToList().FindLastIndex(item =>
            Text(item, "type") == "message" && Text(item, "role") == "user");
        return new ModelInput(
            last < 0 ? "" : TextOf(context[last]),
            [.. context.Skip(last + 1)],
            [.. tools.Select(tool => (JsonObject)tool!).Where(tool => Allowed(tool, toolChoice))]);
    }

    public bool Offers(string toolType) => Tools.Any(tool => Text(tool, "type") == toolType);

    public JsonObject? Function(string name) =>
        Tools.FirstOrDefault(tool => Text(tool, "type") == "function" && Text(tool, "name") == name);

    /// <summary>Outputs of the functions called since the message, in order.</summary>
    public IReadOnlyList<string> FunctionOutputs =>
    [
        .. Since.Where(item => Text(item, "type") == "function_call_output")
            .Select(item => item["output"]!.GetValueKind() == JsonValueKind.String
                ? Text(item, "output")
                : item["output"]!.ToJsonString()),
    ];

    public int FunctionCalls => Since.Count(item => Text(item, "type") == "function_call");

    public int ApprovalRequests => Since.Count(item => Text(item, "type") == "mcp_approval_request");

    /// <summary>The request that the last answer approves; null where it does not, or nobody was asked.</summary>
    public string? LastApproved =>
        Since.LastOrDefault(item => Text(item, "type") == "mcp_approval_response") is { } answer && answer["approve"]!.GetValue<bool>()
            ? Text(answer, "approval_request_id")
            : null;

    public bool NeedsApproval(string tool) =>
        Tools.FirstOrDefault(offered => Text(offered, "type") == "mcp") is { } server && McpTool.NeedsApproval(server, tool);

    private static bool Allowed(JsonObject tool, JsonNode? choice) => choice switch
    {
        JsonValue value => value.GetValue<string>() != "none",
        JsonObject some when Text(some, "type") == "allowed_tools" =>
            (some["tools"] as JsonArray ?? []).Any(one => Allowed(tool, one)),
        JsonObject named when Text(named, "type") == "function" => Text(tool, "name") == Text(named, "name"),
        JsonObject hosted => Text(tool, "type") == Text(hosted, "type"),
        _ => true,
    };

    private static string TextOf(JsonObject message) => string.Join('\n', ((JsonArray)message["content"]!)
        .Where(part => Text((JsonObject)part!, "type") == "input_text")
        .Select(part => Text((JsonObject)part!, "text")));

    private static string Text(JsonObject item, string name) =>
        item[name]?.GetValueKind() == JsonValueKind.String ? item[name]!.GetValue<string>() : "";
}
