using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>Hands an upload on as its scanner translates it, piece by piece.</summary>
internal sealed class UploadTranslator(Stream inner, MultipartScanner scanner) : ReadOnlyStream
{
    private readonly byte[] _buffer = new byte[16_384];
    private ReadOnlyMemory<byte> _piece;
    private bool _ended;

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (!HasPiece())
            Feed(inner.Read(_buffer, 0, _buffer.Length));
        return Take(buffer.AsSpan(offset, count));
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken).ConfigureAwait(false);
        return Take(buffer.AsSpan(offset, count));
    }

#if !NETSTANDARD2_0
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await FillAsync(cancellationToken).ConfigureAwait(false);
        return Take(buffer.Span);
    }
#endif

    private async Task FillAsync(CancellationToken cancellationToken)
    {
#pragma warning disable CA1835 // The memory overload does not exist on netstandard2.0.
        while (!HasPiece())
            Feed(await inner.ReadAsync(_buffer, 0, _buffer.Length, cancellationToken).ConfigureAwait(false));
#pragma warning restore CA1835
    }

    private bool HasPiece()
    {
        if (_piece.IsEmpty && scanner.Translated.Count > 0)
            _piece = scanner.Translated.Dequeue();
        return !_piece.IsEmpty || _ended;
    }

    private void Feed(int read)
    {
        if (read > 0)
        {
            scanner.Feed(_buffer.AsSpan(0, read));
            return;
        }
        scanner.Complete();
        _ended = scanner.Translated.Count == 0;
    }

    private int Take(Span<byte> destination)
    {
        int taken = Math.Min(destination.Length, _piece.Length);
        _piece.Span.Slice(0, taken).CopyTo(destination);
        _piece = _piece.Slice(taken);
        return taken;
    }
}
