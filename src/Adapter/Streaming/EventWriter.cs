using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Mapping.Dialects;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>Legacy events in the frames that the service sent: a name, its data, an empty line (docs/wire.md, Streaming).</summary>
internal sealed class EventWriter(FrameBuffer frames, LegacyWire wire) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(frames, JsonBytes.WriterOptions);

    /// <summary>The words in which it writes.</summary>
    public LegacyWire Wire => wire;

    public void Dispose() => _json.Dispose();

    public void Thread<T>(T state, Action<Utf8JsonWriter, T> write) => Write("thread.created", state, write);

    public void Run(string name, RunRecord run) => Write("thread.run." + name, (run, wire), static (writer, state) => RunMapping.Write(writer, state.run, state.wire));

    public void Step(string name, RunStep step, bool withSearchContent) =>
        Write("thread.run.step." + name, (step, withSearchContent, wire), static (writer, state) =>
            StepMapping.Write(writer, state.step, state.withSearchContent, state.wire));

    public void Message<T>(string name, T state, Action<Utf8JsonWriter, T> write) => Write("thread.message." + name, state, write);

    /// <summary>A delta of a message, with the members of its one content part.</summary>
    public void MessageDelta<T>(string messageId, T state, Action<Utf8JsonWriter, T> writePart) =>
        Write("thread.message.delta", (messageId, state, writePart), static (writer, delta) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", delta.messageId);
            writer.WriteString("object", "thread.message.delta");
            writer.WriteStartObject("delta");
            writer.WriteStartArray("content");
            delta.writePart(writer, delta.state);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    /// <summary>A delta of a step, with its one tool call.</summary>
    public void StepDelta<T>(string stepId, T state, Action<Utf8JsonWriter, T> writeCall) =>
        Write("thread.run.step.delta", (stepId, state, writeCall), static (writer, delta) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", delta.stepId);
            writer.WriteString("object", "thread.run.step.delta");
            writer.WriteStartObject("delta");
            writer.WriteStartObject("step_details");
            writer.WriteString("type", "tool_calls");
            writer.WriteStartArray("tool_calls");
            delta.writeCall(writer, delta.state);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    public void Error(string? code, string message) =>
        Write("error", (code, message), static (writer, error) =>
        {
            writer.WriteStartObject();
            writer.WriteString("code", error.code);
            writer.WriteString("message", error.message);
            writer.WriteNull("param");
            writer.WriteString("type", "server_error");
            writer.WriteEndObject();
        });

    public void Done() => frames.Add("event: done\ndata: [DONE]\n\n"u8);

    /// <summary>A frame around text that is still escaped.</summary>
    public void Escaped(byte[] before, ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> after)
    {
        frames.Add(before);
        frames.Add(escaped);
        frames.Add(after);
    }

    /// <summary>What stands before the text in every delta of a message's part.</summary>
    public static byte[] BeforeText(string messageId, int index, string type) => Encoding.UTF8.GetBytes(
        "event: thread.message.delta\ndata: {\"id\":\"" + messageId + "\",\"object\":\"thread.message.delta\",\"delta\":{\"content\":[{\"index\":"
        + index + (type == "text" ? ",\"type\":\"text\",\"text\":{\"value\":\"" : ",\"type\":\"refusal\",\"refusal\":\""));

    /// <summary>What stands before the code or the arguments in every delta of a step's call.</summary>
    public static byte[] BeforeCall(string stepId, int index, string type) => Encoding.UTF8.GetBytes(
        "event: thread.run.step.delta\ndata: {\"id\":\"" + stepId
        + "\",\"object\":\"thread.run.step.delta\",\"delta\":{\"step_details\":{\"type\":\"tool_calls\",\"tool_calls\":[{\"index\":" + index
        + (type == "function" ? ",\"type\":\"function\",\"function\":{\"arguments\":\"" : ",\"type\":\"code_interpreter\",\"code_interpreter\":{\"input\":\""));

    private void Write<T>(string name, T state, Action<Utf8JsonWriter, T> write)
    {
        frames.Add("event: "u8);
        frames.Add(Encoding.UTF8.GetBytes(name));
        frames.Add("\ndata: "u8);
        _json.Reset();
        write(_json, state);
        _json.Flush();
        frames.Add("\n\n"u8);
    }
}
