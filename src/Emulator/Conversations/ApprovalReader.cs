using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Conversations;

/// <summary>The answer to a request to approve the call of a server's tool.</summary>
internal static class ApprovalReader
{
    public static JsonObject Read(Fields item, Func<string, string> newId)
    {
        item.AllowOnly("type", "id", "approval_request_id", "approve", "reason");
        return new JsonObject
        {
            ["id"] = ItemId.Read(item, "mcpa_", newId),
            ["type"] = "mcp_approval_response",
            ["approval_request_id"] = item.RequiredString("approval_request_id"),
            ["approve"] = item.Boolean("approve") ?? throw Refusal.Missing(item.Path("approve")),
            ["reason"] = item.String("reason"),
        };
    }
}
