namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>Bytes read piece by piece; no connection is held between two pieces.</summary>
/// <param name="first">The first piece.</param>
/// <param name="next">Fetches the piece of a number; null behind the last one.</param>
internal sealed class BlobStream(byte[] first, Func<int, CancellationToken, Task<byte[]?>> next) : Stream
{
    private byte[]? _piece = first;
    private int _number;
    private int _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_piece is not null && _read == _piece.Length)
        {
            _piece = await next(_number + 1, cancellationToken).ConfigureAwait(false);
            _number++;
            _read = 0;
        }
        if (_piece is null)
            return 0;
        int count = Math.Min(buffer.Length, _piece.Length - _read);
        _piece.AsMemory(_read, count).CopyTo(buffer);
        _read += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>For clients that read synchronously; off their context, which may be waiting for this very call.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        Task.Run(() => ReadAsync(buffer, offset, count, CancellationToken.None)).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
