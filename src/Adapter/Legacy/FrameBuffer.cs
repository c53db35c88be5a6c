using System.Buffers;

namespace AgentsMigration.Adapter.Legacy;

/// <summary>Bytes on their way out, gathered until the next write.</summary>
internal sealed class FrameBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 8 * 1024;

    private byte[] _bytes = new byte[InitialSize];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > 8 * InitialSize)
            _bytes = new byte[InitialSize];
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        int needed = Length + Math.Max(sizeHint, 256);
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
