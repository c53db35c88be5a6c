using System.Text.Json;

namespace AgentsMigration.Adapter.Legacy;

internal static class JsonBytes
{
    /// <summary>Most answers fit; a list of messages grows twice.</summary>
    private const int InitialCapacity = 2_048;

    public static readonly JsonWriterOptions WriterOptions = new()
    {
        // The legacy service does not escape non-ASCII text; bodies are never put into HTML.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        using MemoryStream buffer = new(InitialCapacity);
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
            write(writer, state);
        return buffer.ToArray();
    }

    /// <summary>An element that owns its memory, from bytes known to be JSON.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        return JsonElement.ParseValue(ref reader);
    }
}
