using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>The step of tool calls that is being made: one call of a built-in tool, or all functions that stand together.</summary>
internal sealed class StreamedCalls(EventWriter events, StepRecord step, string type)
{
    private readonly List<(byte[] ItemId, byte[] Before)> _calls = [];
    private int _current = -1;
    private bool _piecesSeen;

    public StepRecord Step { get; private set; } = step;

    public bool IsFunctions => type == "function_call";

    private bool IsToldAtTheEnd => type is not ("function_call" or "code_interpreter_call");

    /// <summary>Opens the next call of the step.</summary>
    public void Add(JsonElement item)
    {
        int index = _calls.Count;
        string kind = IsFunctions ? "function" : "code_interpreter";
        _calls.Add((Encoding.UTF8.GetBytes(item.GetText("id") ?? ""), EventWriter.BeforeCall(Step.Id, index, kind)));
        (_current, _piecesSeen) = (index, false);
        if (IsToldAtTheEnd)
            return; // in one piece
        events.StepDelta(Step.Id, (index, item), IsFunctions ? WriteFunction : WriteCodeInterpreter);
    }

    public void AddPiece(scoped in V2Delta delta)
    {
        if (_current < 0)
            return;
        if (!delta.ItemId.SequenceEqual(_calls[_current].ItemId))
            Find(delta.ItemId);
        events.Escaped(_calls[_current].Before, delta.Escaped, "\"}}]}}}\n\n"u8);
        _piecesSeen = true;
    }

    /// <summary>Ends a call; its whole code or arguments are told where no pieces were.</summary>
    public void End(JsonElement item, JsonElement call)
    {
        Find(Encoding.UTF8.GetBytes(item.GetText("id") ?? ""));
        if (type == "file_search_call")
            events.StepDelta(Step.Id, item, events.Wire.CallsSearchRetrieval ? WriteRetrieval : WriteFileSearch);
        else if (IsToldAtTheEnd)
            events.StepDelta(Step.Id, call, WriteWhole);
        else
            EndPieces(item, call);
        Step = Step with { ToolCalls = [.. Step.ToolCalls, call], Status = IsFunctions ? "completed" : StepBuilder.Status(item) };
        _piecesSeen = true;
    }

    private void EndPieces(JsonElement item, JsonElement call)
    {
        string whole = (IsFunctions ? item.GetText("arguments") : item.GetText("code")) ?? "";
        if (!_piecesSeen && whole.Length > 0)
        {
            byte[] escaped = JsonEncodedText.Encode(whole, JsonBytes.WriterOptions.Encoder).EncodedUtf8Bytes.ToArray();
            events.Escaped(_calls[_current].Before, escaped, "\"}}]}}}\n\n"u8);
        }
        if (!IsFunctions && call.Get("code_interpreter")?.GetItems("outputs").Any() == true)
            events.StepDelta(Step.Id, call, WriteOutputs);
    }

    private void Find(ReadOnlySpan<byte> itemId)
    {
        for (int i = 0; i < _calls.Count; i++)
        {
            if (itemId.SequenceEqual(_calls[i].ItemId))
                _current = i;
        }
    }

    private static void WriteFunction(Utf8JsonWriter writer, (int Index, JsonElement Item) call)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", call.Index);
        writer.WriteString("id", call.Item.GetText("call_id"));
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString("name", call.Item.GetText("name"));
        writer.WriteString("arguments", "");
        writer.WriteNull("output");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteCodeInterpreter(Utf8JsonWriter writer, (int Index, JsonElement Item) call)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", call.Index);
        writer.WriteString("id", ToolCallMapping.CallId(call.Item));
        writer.WriteString("type", "code_interpreter");
        writer.WriteStartObject("code_interpreter");
        writer.WriteString("input", "");
        writer.WriteStartArray("outputs");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteWhole(Utf8JsonWriter writer, JsonElement call)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        foreach (JsonProperty property in call.EnumerateObject())
            property.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WriteRetrieval(Utf8JsonWriter writer, JsonElement item)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        StepMapping.WriteRetrievalCall(writer, ToolCallMapping.CallId(item));
        writer.WriteEndObject();
    }

    private static void WriteFileSearch(Utf8JsonWriter writer, JsonElement item)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteString("id", ToolCallMapping.CallId(item));
        writer.WriteString("type", "file_search");
        writer.WriteStartObject("file_search");
        writer.WriteStartArray("results");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteOutputs(Utf8JsonWriter writer, JsonElement call)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteString("type", "code_interpreter");
        writer.WriteStartObject("code_interpreter");
        writer.WriteStartArray("outputs");
        int index = 0;
        foreach (JsonElement output in (call.Get("code_interpreter") ?? default).GetItems("outputs"))
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", index++);
            foreach (JsonProperty property in output.EnumerateObject())
                property.WriteTo(writer);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
