using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>Calls of MCP servers that an app must approve (docs/wire.md, Approvals).</summary>
internal static class Approvals
{
    private const string Call = "call_";
    private const string Request = "mcpr_";

    public static bool IsRequest(JsonElement item) => item.GetText("type") == "mcp_approval_request";

    public static ToolCall Read(JsonElement item) => new(
        ToolCallMapping.CallId(item),
        item.GetText("name") ?? "",
        item.GetText("arguments") ?? "",
        item.GetText("server_label") ?? "");

    public static string RequestId(string callId) =>
        callId.StartsWith(Call, StringComparison.Ordinal) ? Request + callId.Substring(Call.Length) : callId;

    public static void WriteAnswer(Utf8JsonWriter writer, string callId, bool approve)
    {
        writer.WriteString("type", "mcp_approval_response");
        writer.WriteString("approval_request_id", RequestId(callId));
        writer.WriteBoolean("approve", approve);
    }

    /// <summary>What a run asks about first: approvals, if there are any.</summary>
    public static IReadOnlyList<ToolCall> Asked(IReadOnlyList<ToolCall> open)
    {
        ToolCall[] approvals = [.. open.Where(call => call.ServerLabel is not null)];
        return approvals.Length > 0 ? approvals : open;
    }

    public static void WriteCall(Utf8JsonWriter writer, ToolCall call)
    {
        writer.WriteString("type", "mcp");
        writer.WriteString("name", call.Name);
        writer.WriteString("arguments", call.Arguments);
        writer.WriteString("server_label", call.ServerLabel);
    }
}
