using System.Text.Json;
using AgentsMigration.Emulator.Http;

namespace AgentsMigration.Emulator.Conversations;

internal static class FunctionItemReader
{
    private const int MaximumCallId = 64;
    private const int MaximumOutput = 10_485_760;

    public static JsonObject Call(Fields item, Func<string, string> newId)
    {
        item.AllowOnly("type", "id", "call_id", "name", "arguments", "status", "namespace", "caller");
        return new JsonObject
        {
            ["id"] = ItemId.Read(item, "fc_", newId),
            ["type"] = "function_call",
            ["status"] = item.Choice("status", "in_progress", "completed", "incomplete") ?? "completed",
            ["arguments"] = item.RequiredString("arguments"),
            ["call_id"] = CallId(item),
            ["name"] = item.RequiredString("name"),
        };
    }

    public static JsonObject Output(Fields item, Func<string, string> newId)
    {
        item.AllowOnly("type", "id", "call_id", "output", "status", "name", "namespace", "caller");
        if (!item.Value.ContainsKey("output")) throw Refusal.Missing(item.Path("output"));
        return new JsonObject
        {
            ["id"] = ItemId.Read(item, "fc_", newId),
            ["type"] = "function_call_output",
            ["status"] = "completed",
            ["call_id"] = CallId(item),
            ["output"] = OutputText(item),
        };
    }

    private static string CallId(Fields item)
    {
        string id = item.RequiredString("call_id");
        if (id.Length == 0)
            throw Refusal.Bad($"Invalid '{item.Path("call_id")}': empty string. Expected a string with minimum length 1, "
                + "but got an empty string instead.", item.Path("call_id"), "empty_string");
        return id.Length <= MaximumCallId ? id : throw Refusal.TooLong(item.Path("call_id"), MaximumCallId, id.Length);
    }

    private static JsonNode OutputText(Fields item)
    {
        JsonNode? output = item.Value["output"];
        if (output?.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Array))
            throw Refusal.WrongType(item.Path("output"), "one of an array of objects or string", output);
        return output is JsonArray ? output.DeepClone() : item.String("output", MaximumOutput)!;
    }
}
