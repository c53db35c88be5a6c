using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using AgentsMigration.Comparison.Files;

namespace AgentsMigration.Comparison.Tests.Support;

internal static class PngEncoding
{
    /// <summary>The same pixels, stored instead of compressed.</summary>
    public static byte[] Recompress(byte[] png)
    {
        ReadOnlySpan<byte> rest = png.AsSpan(8);
        using MemoryStream compressed = new();
        using MemoryStream result = new();
        result.Write(png, 0, 8);
        List<PngChunk> chunks = [];
        while (rest.Length > 0)
            chunks.Add(PngChunk.Read(ref rest));
        foreach (PngChunk chunk in chunks.Where(chunk => chunk.Type == "IDAT"))
            compressed.Write(chunk.Data);
        compressed.Position = 0;
        using MemoryStream stored = new();
        using (ZLibStream inflate = new(compressed, CompressionMode.Decompress))
        using (ZLibStream deflate = new(stored, CompressionLevel.NoCompression))
            inflate.CopyTo(deflate);
        bool isWritten = false;
        foreach (PngChunk chunk in chunks)
        {
            if (chunk.Type != "IDAT")
                Write(result, chunk.Type, chunk.Data);
            else if (!isWritten)
                Write(result, "IDAT", stored.ToArray());
            isWritten |= chunk.Type == "IDAT";
        }
        return result.ToArray();
    }

    private static void Write(MemoryStream png, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngChunk.Checksum(body));
        png.Write(number);
    }
}
