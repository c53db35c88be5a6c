using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>Puts deltas together as the official clients do: by index, strings appended, the rest set.</summary>
public static class Reassembly
{
    /// <summary>The content of the message, without the indexes and quotes that only deltas have.</summary>
    public static JsonNode Content(IEnumerable<LegacyEvent> events, string messageId) =>
        Merge(events, "thread.message.delta", messageId, delta => delta["content"]!.AsArray());

    /// <summary>The tool calls of the step.</summary>
    public static JsonNode Calls(IEnumerable<LegacyEvent> events, string stepId) =>
        Merge(events, "thread.run.step.delta", stepId, delta => delta["step_details"]!["tool_calls"]!.AsArray());

    private static JsonArray Merge(IEnumerable<LegacyEvent> events, string name, string id, Func<JsonNode, JsonArray> select)
    {
        JsonArray merged = [];
        foreach (LegacyEvent e in events.Where(e => e.Name == name))
        {
            JsonNode node = JsonNode.Parse(e.Data)!;
            if (node["id"]!.GetValue<string>() == id)
                MergeArray(merged, select(node["delta"]!));
        }
        return merged;
    }

    private static void MergeArray(JsonArray into, JsonArray from)
    {
        foreach (JsonNode? entry in from)
        {
            JsonObject given = entry!.DeepClone().AsObject();
            int index = given["index"]!.GetValue<int>();
            given.Remove("index");
            given.Remove("quote");
            // Whatever comes, comes in order: a client that appends must be right.
            Assert.InRange(index, 0, into.Count);
            if (index == into.Count)
                into.Add(Strip(given));
            else
                MergeObject(into[index]!.AsObject(), given);
        }
    }

    private static void MergeObject(JsonObject into, JsonObject from)
    {
        foreach ((string name, JsonNode? value) in from.ToList())
        {
            switch (value)
            {
                case JsonArray items when into[name] is JsonArray known:
                    MergeArray(known, items);
                    break;
                case JsonObject inner when into[name] is JsonObject known:
                    MergeObject(known, inner);
                    break;
                case JsonValue text when text.GetValueKind() == JsonValueKind.String && into[name] is JsonValue known && name != "type":
                    into[name] = known.GetValue<string>() + text.GetValue<string>();
                    break;
                default:
                    into[name] = value is null ? null : Strip(value.DeepClone());
                    break;
            }
        }
    }

    private static JsonNode Strip(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            fields.Remove("index");
            fields.Remove("quote");
            foreach ((_, JsonNode? value) in fields.ToList())
                _ = value is null ? null : Strip(value);
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
                _ = item is null ? null : Strip(item);
        }
        return node;
    }
}
