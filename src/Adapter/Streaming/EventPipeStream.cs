using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Streaming;

/// <summary>The reader's end of a pipe. Closing it lets the run go on alone.</summary>
internal sealed class EventPipeStream(EventPipe pipe) : ReadOnlyStream
{
    public override int Read(byte[] buffer, int offset, int count) =>
        pipe.ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        pipe.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

#if !NETSTANDARD2_0
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        pipe.ReadAsync(buffer, cancellationToken);
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            pipe.Detach();
        base.Dispose(disposing);
    }
}
