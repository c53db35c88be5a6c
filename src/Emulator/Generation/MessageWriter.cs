namespace AgentsMigration.Emulator.Generation;

/// <summary>Produces assistant messages.</summary>
internal static class MessageWriter
{
    public static void WriteText(StepContext context, string text)
    {
        string marked = context.Budget.Take(text, out bool cut);
        OutputSink sink = context.Sink;
        JsonObject item = NewMessage(sink);
        JsonArray annotations = [];
        JsonObject At() => Position(sink, item);
        void Annotate(JsonObject annotation)
        {
            JsonObject added = With(At(), "annotation_index", annotations.Count);
            sink.Emit("response.output_text.annotation.added", With(added, "annotation", annotation.DeepClone()));
            annotations.Add(annotation);
        }

        Begin(sink, item, TextPart("", []));
        string written = "";
        foreach ((int index, string part) in marked.Split(RunState.CitationMark).Index())
        {
            // File citations come in the stream at their place, those of container files after all text.
            if (index > 0) Annotate(Citations.OfSearch(context.State, written));
            written += part;
            foreach (string piece in OutputSink.Pieces(part))
                sink.EmitDelta("response.output_text.delta", piece, () => With(At(), "logprobs", new JsonArray()));
        }

        foreach (JsonObject annotation in Citations.Of(context.State, written)) Annotate(annotation);
        sink.Emit("response.output_text.done", With(With(At(), "text", written), "logprobs", new JsonArray()));
        End(sink, item, TextPart(written, annotations), cut);
        if (cut) throw new OutOfTokensException();
    }

    public static void WriteRefusal(StepContext context, string text)
    {
        context.Budget.TakeWhole(text);
        OutputSink sink = context.Sink;
        JsonObject item = NewMessage(sink);
        Begin(sink, item, RefusalPart(""));
        sink.EmitDeltas("response.refusal.delta", text, () => Position(sink, item));
        sink.Emit("response.refusal.done", With(Position(sink, item), "refusal", text));
        End(sink, item, RefusalPart(text), cut: false);
    }

    private static JsonObject NewMessage(OutputSink sink) => new()
    {
        ["id"] = sink.NewId("msg_"),
        ["type"] = "message",
        ["status"] = "in_progress",
        ["content"] = new JsonArray(),
        ["role"] = "assistant",
    };

    private static void Begin(OutputSink sink, JsonObject item, JsonObject emptyPart)
    {
        sink.Added(item);
        sink.Emit("response.content_part.added", With(Position(sink, item), "part", emptyPart));
    }

    private static void End(OutputSink sink, JsonObject item, JsonObject part, bool cut)
    {
        sink.Emit("response.content_part.done", With(Position(sink, item), "part", part.DeepClone()));
        item["status"] = cut ? "incomplete" : "completed";
        item["content"] = new JsonArray(part);
        sink.Done(item);
    }

    private static JsonObject Position(OutputSink sink, JsonObject item) => new()
    {
        ["item_id"] = item["id"]!.DeepClone(),
        ["output_index"] = sink.Index,
        ["content_index"] = 0,
    };

    private static JsonObject With(JsonObject body, string name, JsonNode value)
    {
        body[name] = value;
        return body;
    }

    private static JsonObject TextPart(string text, JsonArray annotations) => new()
    {
        ["type"] = "output_text",
        ["annotations"] = annotations,
        ["logprobs"] = new JsonArray(),
        ["text"] = text,
    };

    private static JsonObject RefusalPart(string text) => new() { ["type"] = "refusal", ["refusal"] = text };
}
