using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AgentsMigration.Adapter.State;

/// <summary>
/// Reads records, and remembers those of late with their JSON: records do not change, and whoever gets the same bytes from the
/// store again need not read them again. The store is asked all the same.
/// </summary>
internal static class RecordReader<T>
    where T : class
{
    private const int Capacity = 512;

    /// <summary>In bytes of JSON: with all places taken it is still a few megabytes.</summary>
    private const int LongestRemembered = 8 * 1024;

    // One for all tenants: the same bytes are the same record, whoever asks.
    private static readonly Slot?[] Slots = new Slot?[Capacity];

    public static T Read(Document document, JsonTypeInfo<T> json)
    {
        ref Slot? place = ref Slots[(document.Key.Id.GetHashCode() & int.MaxValue) % Capacity];
        if (Volatile.Read(ref place) is { } known && known.Json.Span.SequenceEqual(document.Content.Span))
            return known.Record;
        T record = JsonSerializer.Deserialize(document.Content.Span, json)!;
        if (document.Content.Length <= LongestRemembered)
            Volatile.Write(ref place, new Slot(document.Content, record));
        return record;
    }

    private sealed record Slot(ReadOnlyMemory<byte> Json, T Record);
}
