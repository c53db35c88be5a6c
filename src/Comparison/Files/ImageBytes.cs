namespace AgentsMigration.Comparison.Files;

/// <summary>Images by their first bytes, and images that show the same.</summary>
internal static class ImageBytes
{
    public static string? MediaType(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 8 && bytes[0] == 0x89 && bytes[1..4].SequenceEqual("PNG"u8))
            return "image/png";
        if (bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF)
            return "image/jpeg";
        if (bytes.StartsWith("GIF8"u8))
            return "image/gif";
        return bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? "image/webp" : null;
    }

    /// <summary>Whether two encodings, such as other compressions or palettes, show the same pixels.</summary>
    public static bool ShowTheSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceEqual(other))
            return true;
        if (MediaType(one) != "image/png" || MediaType(other) != "image/png")
            return false;
        try
        {
            return PngImage.Decode(one).Shows(PngImage.Decode(other));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
