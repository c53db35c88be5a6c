using System.Text.Json;

namespace AgentsMigration.Adapter.Legacy;

internal static class JsonBytes
{
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        // The legacy service does not escape non-ASCII text; bodies are never put into HTML.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // A writer and its buffer cost more than most bodies that they write.
    [ThreadStatic]
    private static Scratch? _idle;

    public static byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        Scratch scratch = _idle ?? new Scratch();
        // Not to be met by a body that is written for the sake of another.
        _idle = null;
        write(scratch.Writer, state);
        byte[] json = scratch.Take();
        _idle = scratch;
        return json;
    }

    /// <summary>An element that owns its memory, from bytes known to be JSON.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>An element over bytes that are nobody else's: they are read once and not copied.</summary>
    // What the document has from the pool stays with the element for as long as that lives.
    public static JsonElement ParseOwn(ReadOnlyMemory<byte> json, JsonDocumentOptions options = default) =>
        JsonDocument.Parse(json, options).RootElement;

    private sealed class Scratch
    {
        private readonly FrameBuffer _bytes = new();

        public Scratch() => Writer = new Utf8JsonWriter(_bytes, WriterOptions);

        public Utf8JsonWriter Writer { get; }

        public byte[] Take()
        {
            Writer.Flush();
            byte[] json = _bytes.Written.ToArray();
            _bytes.Clear();
            Writer.Reset();
            return json;
        }
    }
}
