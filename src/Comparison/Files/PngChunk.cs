using System.Buffers.Binary;
using System.Text;

namespace AgentsMigration.Comparison.Files;

/// <summary>One chunk of a PNG file, with its checksum verified.</summary>
internal sealed record PngChunk(string Type, byte[] Data)
{
    private static readonly uint[] Table = BuildTable();

    /// <summary>Takes the next chunk off the front of <paramref name="rest"/>.</summary>
    public static PngChunk Read(ref ReadOnlySpan<byte> rest)
    {
        int length = rest.Length < 12 ? -1 : BinaryPrimitives.ReadInt32BigEndian(rest);
        if (length < 0 || length > rest.Length - 12)
        {
            throw new InvalidDataException("The file ends within a chunk.");
        }

        PngChunk chunk = new(Encoding.ASCII.GetString(rest.Slice(4, 4)), rest.Slice(8, length).ToArray());
        if (Checksum(rest.Slice(4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(rest[(length + 8)..]))
        {
            throw new InvalidDataException($"The {chunk.Type} chunk is damaged.");
        }

        rest = rest[(length + 12)..];
        return chunk;
    }

    internal static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint checksum = uint.MaxValue;
        foreach (byte value in data)
        {
            checksum = Table[(checksum ^ value) & 0xFF] ^ (checksum >> 8);
        }

        return ~checksum;
    }

    private static uint[] BuildTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint entry = i;
            for (int bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) == 1 ? 0xEDB88320 ^ (entry >> 1) : entry >> 1;
            }

            table[i] = entry;
        }

        return table;
    }
}
