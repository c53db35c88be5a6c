using System.Buffers.Binary;
using System.IO.Compression;

namespace AgentsMigration.Comparison.Files;

/// <summary>
/// The pixels of a PNG: 8 bits a channel, gray, RGB, palette, gray with alpha or RGBA, not interlaced - what plotting
/// libraries write. Throws <see cref="InvalidDataException"/> for anything that is no whole PNG of that kind.
/// </summary>
public sealed class PngImage
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private const int MaxSide = 20_000;

    private readonly uint[] _pixels;
    private readonly Lazy<int> _distinctColors;

    private PngImage(int width, int height, uint[] pixels)
    {
        Width = width;
        Height = height;
        _pixels = pixels;
        _distinctColors = new Lazy<int>(() => pixels.Distinct().Count());
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>How many colours it has.</summary>
    public int DistinctColors => _distinctColors.Value;

    /// <summary>Whether nothing is drawn on it: every pixel has the same colour.</summary>
    public bool IsBlank => DistinctColors <= 1;

    /// <summary>The colour at a place, as <c>0xRRGGBBAA</c>.</summary>
    public uint this[int x, int y] => _pixels[(y * Width) + x];

    /// <summary>Reads a file.</summary>
    public static PngImage Load(string file) => Decode(File.ReadAllBytes(file));

    /// <summary>Reads the bytes of a file.</summary>
    public static PngImage Decode(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(Signature))
        {
            throw new InvalidDataException("No PNG signature.");
        }

        PngHeader? header = null;
        byte[] palette = [];
        byte[] transparency = [];
        bool ended = false;
        using MemoryStream compressed = new();
        ReadOnlySpan<byte> rest = png[Signature.Length..];
        while (!ended)
        {
            PngChunk chunk = PngChunk.Read(ref rest);
            switch (chunk.Type)
            {
                case "IHDR":
                    header = PngHeader.Read(chunk.Data);
                    break;
                case "PLTE":
                    palette = chunk.Data;
                    break;
                case "tRNS":
                    transparency = chunk.Data;
                    break;
                case "IDAT":
                    compressed.Write(chunk.Data);
                    break;
                case "IEND":
                    ended = true;
                    break;
                default:
                    break;
            }
        }

        PngHeader found = header ?? throw new InvalidDataException("No IHDR chunk.");
        compressed.Position = 0;
        byte[] samples = Unfilter(found, compressed);
        uint[] pixels = new uint[found.Width * found.Height];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = found.Color(samples.AsSpan(i * found.Channels), palette, transparency);
        }

        return new PngImage(found.Width, found.Height, pixels);
    }

    /// <summary>Whether both show the same pixels.</summary>
    public bool Shows(PngImage other) =>
        other is not null && Width == other.Width && Height == other.Height && _pixels.AsSpan().SequenceEqual(other._pixels);

    private static byte[] Unfilter(PngHeader header, MemoryStream compressed)
    {
        int stride = header.Width * header.Channels;
        byte[] samples = new byte[stride * header.Height];
        byte[] above = new byte[stride];
        using ZLibStream inflate = new(compressed, CompressionMode.Decompress);
        for (int y = 0; y < header.Height; y++)
        {
            int filter = inflate.ReadByte();
            Span<byte> line = samples.AsSpan(y * stride, stride);
            try
            {
                inflate.ReadExactly(line);
            }
            catch (EndOfStreamException)
            {
                throw new InvalidDataException($"The pixels end in line {y} of {header.Height}.");
            }

            Reconstruct(filter, line, above, header.Channels);
            line.CopyTo(above);
        }

        return samples;
    }

    private static void Reconstruct(int filter, Span<byte> line, ReadOnlySpan<byte> above, int channels)
    {
        for (int x = 0; x < line.Length; x++)
        {
            int left = x >= channels ? line[x - channels] : 0;
            int up = above[x];
            int upLeft = x >= channels ? above[x - channels] : 0;
            int predicted = filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, upLeft),
                _ => throw new InvalidDataException($"Unknown line filter {filter}."),
            };
            line[x] = (byte)(line[x] + predicted);
        }
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        int estimate = left + up - upLeft;
        int byLeft = Math.Abs(estimate - left);
        int byUp = Math.Abs(estimate - up);
        int byUpLeft = Math.Abs(estimate - upLeft);
        return byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft;
    }

    private sealed record PngHeader(int Width, int Height, int ColorType, int Channels)
    {
        public static PngHeader Read(ReadOnlySpan<byte> data)
        {
            if (data.Length != 13 || data[8] != 8 || data[12] != 0)
            {
                throw new InvalidDataException("Only 8 bits a channel, not interlaced.");
            }

            int channels = data[9] switch
            {
                0 or 3 => 1,
                4 => 2,
                2 => 3,
                6 => 4,
                byte other => throw new InvalidDataException($"Unknown colour type {other}."),
            };
            int width = BinaryPrimitives.ReadInt32BigEndian(data);
            int height = BinaryPrimitives.ReadInt32BigEndian(data[4..]);
            return width is > 0 and <= MaxSide && height is > 0 and <= MaxSide
                ? new PngHeader(width, height, data[9], channels)
                : throw new InvalidDataException($"{width} x {height} pixels.");
        }

        public uint Color(ReadOnlySpan<byte> sample, byte[] palette, byte[] transparency) => ColorType switch
        {
            0 => Rgba(sample[0], sample[0], sample[0], 255),
            2 => Rgba(sample[0], sample[1], sample[2], 255),
            3 => Indexed(sample[0], palette, transparency),
            4 => Rgba(sample[0], sample[0], sample[0], sample[1]),
            _ => Rgba(sample[0], sample[1], sample[2], sample[3]),
        };

        private static uint Indexed(int index, byte[] palette, byte[] transparency)
        {
            if ((index * 3) + 2 >= palette.Length)
            {
                throw new InvalidDataException($"The palette has no colour {index}.");
            }

            byte alpha = index < transparency.Length ? transparency[index] : (byte)255;
            return Rgba(palette[index * 3], palette[(index * 3) + 1], palette[(index * 3) + 2], alpha);
        }

        private static uint Rgba(byte red, byte green, byte blue, byte alpha) =>
            ((uint)red << 24) | ((uint)green << 16) | ((uint)blue << 8) | alpha;
    }
}
