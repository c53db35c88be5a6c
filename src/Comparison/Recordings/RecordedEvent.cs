using System.Text;
using System.Text.Json;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>One server-sent event.</summary>
/// <param name="Event">Its name, if it had one.</param>
/// <param name="Data">A JSON string where the data was text (<c>[DONE]</c>).</param>
public sealed record RecordedEvent(string? Event, JsonElement Data)
{
    /// <summary>Whether the data is JSON and not plain text.</summary>
    public bool IsJson => Data.ValueKind != JsonValueKind.String;

    internal static RecordedEvent Read(JsonElement recorded) => new(
        recorded.GetText("event"), recorded.GetProperty("data").Clone());

    /// <summary>The events of a stream that has ended.</summary>
    internal static IReadOnlyList<RecordedEvent> ReadStream(string stream)
    {
        List<RecordedEvent> events = [];
        string? name = null;
        StringBuilder? data = null;
        // A last event that no empty line ends is not an event.
        foreach (string line in stream.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length == 0)
            {
                if (data is not null)
                    events.Add(new RecordedEvent(name, ReadData(data.ToString())));
                (name, data) = (null, null);
            }
            else if (Value(line, "event") is { } eventName)
            {
                name = eventName;
            }
            else if (Value(line, "data") is { } text)
            {
                data = data is null ? new StringBuilder(text) : data.Append('\n').Append(text);
            }
        }
        return events;
    }

    /// <summary>The stream that reads as these events.</summary>
    internal static string WriteStream(IEnumerable<RecordedEvent> events)
    {
        StringBuilder stream = new();
        foreach (RecordedEvent one in events)
        {
            if (one.Event is not null)
                stream.Append("event: ").Append(one.Event).Append('\n');
            string data = one.IsJson ? JsonSerializer.Serialize(one.Data, JsonLine.Default.JsonElement) : one.Data.GetString()!;
            stream.Append("data: ").Append(data.Replace("\n", "\ndata: ", StringComparison.Ordinal)).Append("\n\n");
        }
        return stream.ToString();
    }

    private static JsonElement ReadData(string text) =>
        Json.TryParse(text) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json
            ? json
            : JsonSerializer.SerializeToElement(text, JsonLine.Default.String);

    private static string? Value(string line, string field) => line.StartsWith(field + ":", StringComparison.Ordinal)
        ? (line.Length > field.Length + 1 && line[field.Length + 1] == ' ' ? line[(field.Length + 2)..] : line[(field.Length + 1)..])
        : null;
}
