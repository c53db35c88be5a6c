namespace AgentsMigration.Streaming.Tests.Support;

/// <summary>Passes so many bytes on, in pieces of its own size, and then ends, breaks or waits for ever.</summary>
public sealed class CutStream(Stream inner, long bytes, CutEnd end, Func<int>? pieceSize = null) : Stream
{
    private long _left = bytes;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends a stream that waits.</summary>
    public void End() => _ended.TrySetResult();

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
        if (_left == 0)
        {
            Reached.TrySetResult();
            if (end == CutEnd.Wait)
                await _ended.Task.WaitAsync(cancellationToken);
            return end == CutEnd.Break ? throw new IOException("Connection reset by peer.") : 0;
        }
        int size = (int)Math.Min(Math.Min(buffer.Length, pieceSize?.Invoke() ?? int.MaxValue), _left);
        int read = await inner.ReadAsync(buffer[..size], cancellationToken);
        _left -= read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

public enum CutEnd
{
    End,
    Break,
    Wait,
}
