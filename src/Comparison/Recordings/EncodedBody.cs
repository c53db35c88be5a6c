using System.IO.Compression;

namespace AgentsMigration.Comparison.Recordings;

/// <summary>
/// A body that is compressed on the wire, as an app sees it that unpacks by itself. Packed, it could neither be read nor
/// searched for secrets.
/// </summary>
internal static class EncodedBody
{
    public static byte[] Decode(byte[] body, IEnumerable<string> encodings) =>
        encodings.Reverse().Aggregate(body, Decode);

    private static byte[] Decode(byte[] body, string encoding)
    {
        using MemoryStream packed = new(body);
        using Stream? unpacking = encoding.ToUpperInvariant() switch
        {
            "GZIP" or "X-GZIP" => new GZipStream(packed, CompressionMode.Decompress),
            "BR" => new BrotliStream(packed, CompressionMode.Decompress),
            "DEFLATE" => new ZLibStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacking is null)
            return body;
        using MemoryStream plain = new();
        try
        {
            unpacking.CopyTo(plain);
        }
        catch (InvalidDataException)
        {
            // A stream that its reader left early ends in the middle.
        }
        return plain.ToArray();
    }
}
