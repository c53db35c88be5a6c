using System.Text.Json;

namespace AgentsMigration.Adapter.Legacy;

/// <summary>Forgiving reads of wire objects: absent, null and of another kind are all "not there".</summary>
internal static class JsonElementExtensions
{
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? value
            : null;

    public static string? GetText(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>Whole seconds; v2 sends some timestamps as floating point.</summary>
    public static long? GetSeconds(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value
            ? value.TryGetInt64(out long whole) ? whole : (long)value.GetDouble()
            : null;

    public static int? GetInt32(this JsonElement element, string name) => (int?)element.GetSeconds(name);

    public static JsonElement.ArrayEnumerator GetItems(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : default;
}
