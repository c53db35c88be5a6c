using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Gateway.Http;

/// <summary>
/// The body as it comes in. What is wrong with it is the caller's fault and is said in those words; without this, a failed
/// read in the middle of an upload would look like a target that cannot be reached, and be tried again.
/// </summary>
internal sealed class RequestStream(Stream inner, long limit) : ReadOnlyStream
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            int read = await inner.ReadAsync(buffer, cancellationToken);
            _read += read;
            return _read <= limit ? read : throw RequestLimits.TooLarge(limit);
        }
        catch (BadHttpRequestException failure)
        {
            throw new LegacyException(failure.StatusCode, failure.Message, innerException: failure);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The server reads asynchronously only.");
}
