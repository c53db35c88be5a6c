using System.Globalization;
using System.Text.Json;

namespace AgentsMigration.Adapter.Mapping;

internal static class WriterExtensions
{
    private static readonly char[] FractionOrExponent = ['.', 'E'];

    public static void WriteMetadata(this Utf8JsonWriter writer, IReadOnlyDictionary<string, string>? metadata)
    {
        writer.WriteStartObject("metadata");
        if (metadata is not null)
        {
            foreach (KeyValuePair<string, string> pair in metadata)
                writer.WriteString(pair.Key, pair.Value);
        }
        writer.WriteEndObject();
    }

    public static void WriteElements(this Utf8JsonWriter writer, string name, IReadOnlyList<JsonElement> elements)
    {
        writer.WriteStartArray(name);
        foreach (JsonElement element in elements)
            element.WriteTo(writer);
        writer.WriteEndArray();
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }

    /// <summary>With a fraction, as the service prints its decimals: some clients tell 1 and 1.0 apart.</summary>
    public static void WriteDecimal(this Utf8JsonWriter writer, string name, double value)
    {
        writer.WritePropertyName(name);
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.IndexOfAny(FractionOrExponent) < 0 ? text + ".0" : text, skipInputValidation: true);
    }
}
