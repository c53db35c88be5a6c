using System.Text.RegularExpressions;
using AgentsMigration.Emulator.Agents;
using AgentsMigration.Emulator.Responses;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Takes what the model produces: output items, and the stream events that tell of them.</summary>
internal sealed partial class OutputSink(Workspace workspace, ResponseRecord record)
{
    private readonly List<JsonObject> _items = [];

    public IReadOnlyList<JsonObject> Items => _items;

    public int Index => _items.Count;

    public string NewId(string prefix) => workspace.Ids.Leading(prefix, record.Partition);

    public void Added(JsonObject item) => Emit("response.output_item.added", new JsonObject
    {
        ["output_index"] = Index,
        ["item"] = Seen(item),
    });

    public void Done(JsonObject item)
    {
        JsonObject seen = Seen(item);
        int index = Index;
        _items.Add(Signed(item));
        Emit("response.output_item.done", new JsonObject { ["output_index"] = index, ["item"] = seen });
    }

    public void Emit(string type, JsonObject body) => record.Events.Add(type, body);

    /// <summary>Emits a text in pieces, as a model would write it.</summary>
    public void EmitDeltas(string type, string text, Func<JsonObject> body)
    {
        foreach (Match piece in Piece().Matches(text)) EmitDelta(type, piece.Value, body);
    }

    public static IEnumerable<string> Pieces(string text) => Piece().Matches(text).Select(match => match.Value);

    public void EmitDelta(string type, string piece, Func<JsonObject> body)
    {
        JsonObject delta = body();
        delta["delta"] = piece;

        // Padding that hides the length of what was written; the content does not matter.
        if (record.Request.Obfuscate) delta["obfuscation"] = new string('x', 16 - (piece.Length % 16));
        Emit(type, delta);
    }

    private JsonObject Seen(JsonObject item) => Projection.Item(Signed(item), record.Include);

    // Foundry says on every item which response, and which agent, it came from.
    private JsonObject Signed(JsonObject item)
    {
        if (!workspace.IsFoundry) return item;
        item["response_id"] = record.Id;
        if (record.Request.Agent is { } agent) item["agent_reference"] = AgentReference.ToJson(agent);
        return item;
    }

    [GeneratedRegex(@"\s*\S{1,12}|\s+")]
    private static partial Regex Piece();
}
