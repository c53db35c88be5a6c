using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Conversations;

/// <summary>Checks input items and brings them into the form in which they are stored and listed.</summary>
internal static class ItemReader
{
    private const int MaximumPerCall = 20;
    private static readonly string[] Kept = ["file_search_call", "reasoning", "compaction", "mcp_list_tools", "mcp_call", "mcp_approval_request"];
    private static readonly string[] Supported =
    [
        "message", "function_call", "function_call_output", "code_interpreter_call", "file_search_call", "reasoning",
        "compaction", "item_reference", "mcp_list_tools", "mcp_call", "mcp_approval_request", "mcp_approval_response",
    ];

    public static void CheckCount(Fields body, bool required)
    {
        if (required && !body.Value.ContainsKey("items")) throw Refusal.Missing("items");
        if (body.Array("items") is not { } items) return;
        if (items.Count > MaximumPerCall) throw Refusal.ArrayTooLong("items", MaximumPerCall, items.Count);
        if (required && items.Count == 0) throw Refusal.EmptyArray("items");
    }

    public static IReadOnlyList<JsonObject> ForConversation(Workspace workspace, Conversation conversation, Fields body)
    {
        string partition = Ids.PartitionOf(conversation.Id);
        return Read(workspace, body.Array("items") ?? [], "items",
            prefix => workspace.Ids.Trailing(prefix, partition), _ => null);
    }

    public static IReadOnlyList<JsonObject> Read(
        Workspace workspace, JsonArray items, string path, Func<string, string> newId, Func<string, JsonObject?> known)
    {
        List<JsonObject> read = [];
        for (int i = 0; i < items.Count; i++)
        {
            string at = $"{path}[{i}]";
            if (items[i] is not JsonObject item) throw Refusal.WrongType(at, "an object", items[i]);
            read.Add(ReadOne(workspace, new Fields(item, at), newId, known));
        }

        return read;
    }

    private static JsonObject ReadOne(
        Workspace workspace, Fields item, Func<string, string> newId, Func<string, JsonObject?> known)
    {
        string type = item.String("type") ?? ImpliedType(workspace, item);
        return type switch
        {
            "message" => MessageReader.Read(workspace, item, newId),
            "function_call" => FunctionItemReader.Call(item, newId),
            "function_call_output" => FunctionItemReader.Output(item, newId),
            "code_interpreter_call" => InterpreterCall(workspace, item, newId),
            "item_reference" => Referenced(item, known),
            "mcp_approval_response" => ApprovalReader.Read(item, newId),
            _ when Kept.Contains(type) => Keep(item, type, newId),
            _ => throw Refusal.WrongValue(item.Path("type"), type, Supported),
        };
    }

    // OpenAI takes a bare role and content for a message; Foundry does not.
    private static string ImpliedType(Workspace workspace, Fields item) =>
        !workspace.IsFoundry && item.Has("role") && item.Value.ContainsKey("content")
            ? "message"
            : throw Refusal.Missing(item.Path("type"));

    private static JsonObject InterpreterCall(Workspace workspace, Fields item, Func<string, string> newId)
    {
        workspace.Containers.Touch(item.RequiredString("container_id"), item.Path("container_id"));
        return Keep(item, "code_interpreter_call", newId);
    }

    private static JsonObject Referenced(Fields item, Func<string, JsonObject?> known)
    {
        string id = item.RequiredString("id");
        return (JsonObject?)known(id)?.DeepClone()
            ?? throw Refusal.NotFound($"Item with id '{id}' not found.", "input");
    }

    private static JsonObject Keep(Fields item, string type, Func<string, string> newId)
    {
        JsonObject kept = (JsonObject)item.Value.DeepClone();
        kept["id"] = ItemId.Read(item, Prefix(type), newId);
        return kept;
    }

    private static string Prefix(string type) => type switch
    {
        "code_interpreter_call" => "ci_",
        "file_search_call" => "fs_",
        "reasoning" => "rs_",
        "mcp_list_tools" => "mcpl_",
        "mcp_call" => "mcp_",
        "mcp_approval_request" => "mcpr_",
        _ => "cmp_",
    };
}
