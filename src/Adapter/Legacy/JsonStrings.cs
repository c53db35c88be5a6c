using System.Text.Json;

namespace AgentsMigration.Adapter.Legacy;

/// <summary>
/// The parser takes strings that are no text, half a surrogate pair or bytes that are no UTF-8, and fails on whoever reads
/// them later: they are looked for before anybody does.
/// </summary>
internal static class JsonStrings
{
#if NETSTANDARD2_0
    private static readonly System.Text.UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

#endif

    public static bool AreText(ReadOnlySpan<byte> json, JsonElement root) =>
        IsUtf8(json) && (!HasSurrogate(json) || IsText(root));

    private static bool IsUtf8(ReadOnlySpan<byte> json)
    {
#if NETSTANDARD2_0
        try
        {
            Strict.GetCharCount(json.ToArray());
            return true;
        }
        catch (System.Text.DecoderFallbackException)
        {
            return false;
        }
#else
        return System.Text.Unicode.Utf8.IsValid(json);
#endif
    }

    /// <summary>Escaped ones are rare: without them no string has to be looked at.</summary>
    private static bool HasSurrogate(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    private static bool IsText(JsonElement element)
    {
        try
        {
            Read(element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                    Read(item);
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Read(property.Value);
                }
                break;
        }
    }
}
