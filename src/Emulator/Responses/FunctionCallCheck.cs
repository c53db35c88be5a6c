using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Responses;

/// <summary>
/// Every function call needs its output, every output its call; otherwise the service generates nothing.
/// </summary>
internal static class FunctionCallCheck
{
    public static void Check(IReadOnlyList<JsonObject> context)
    {
        List<string> open = [];
        HashSet<string> asked = [];
        foreach (JsonObject item in context)
        {
            switch (item["type"]!.GetValue<string>())
            {
                case "function_call":
                    open.Add(CallId(item));
                    break;
                case "mcp_approval_request":
                    asked.Add(item["id"]!.GetValue<string>());
                    break;
                case "mcp_approval_response" when !asked.Remove(item["approval_request_id"]!.GetValue<string>()):
                    throw Refusal.Bad($"No approval request found with id {item["approval_request_id"]!.GetValue<string>()}.", "input");
                case "function_call_output" when !open.Remove(CallId(item)):
                    throw Refusal.Bad($"No tool call found for function call output with call_id {CallId(item)}.",
                        "input");
            }
        }

        if (open.Count > 0) throw Refusal.Bad($"No tool output found for function call {open[0]}.", "input");
    }

    private static string CallId(JsonObject item) => item["call_id"]!.GetValue<string>();
}
