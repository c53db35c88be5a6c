using System.Text;

namespace AgentsMigration.Emulator.Generation;

/// <summary>Produces a reasoning item; its summary is shown only when the request asks for summaries.</summary>
internal static class ReasoningWriter
{
    public static void Write(StepContext context, string summary)
    {
        context.Budget.TakeReasoning(summary);
        OutputSink sink = context.Sink;
        bool shown = context.Record.Request.Echo["reasoning"]!["summary"] is not null;
        JsonObject item = new()
        {
            ["id"] = sink.NewId("rs_"),
            ["type"] = "reasoning",
            ["encrypted_content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("emulator:" + summary)),
            ["summary"] = new JsonArray(),
        };
        sink.Added(item);
        if (shown)
        {
            JsonObject At() => new()
            {
                ["item_id"] = item["id"]!.DeepClone(),
                ["output_index"] = sink.Index,
                ["summary_index"] = 0,
            };
            JsonObject added = At();
            added["part"] = Part("");
            sink.Emit("response.reasoning_summary_part.added", added);
            sink.EmitDeltas("response.reasoning_summary_text.delta", summary, At);
            JsonObject done = At();
            done["text"] = summary;
            sink.Emit("response.reasoning_summary_text.done", done);
            JsonObject part = At();
            part["part"] = Part(summary);
            sink.Emit("response.reasoning_summary_part.done", part);
            item["summary"] = new JsonArray(Part(summary));
        }

        sink.Done(item);
    }

    private static JsonObject Part(string text) => new() { ["type"] = "summary_text", ["text"] = text };
}
