using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.Operations.Files;

/// <summary>
/// Hands an upload on as it comes in. Refusing throws out of the read, which breaks the request off before its closing
/// boundary: the target keeps nothing of it.
/// </summary>
internal sealed class UploadInspector(Stream inner, MultipartScanner scanner) : ReadOnlyStream
{
    public override int Read(byte[] buffer, int offset, int count) =>
        Inspect(buffer.AsSpan(offset, inner.Read(buffer, offset, count)));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
#pragma warning disable CA1835 // The memory overload does not exist on netstandard2.0.
        int read = await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA1835
        return Inspect(buffer.AsSpan(offset, read));
    }

#if !NETSTANDARD2_0
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Inspect(buffer.Span.Slice(0, read));
    }
#endif

    private int Inspect(ReadOnlySpan<byte> bytes)
    {
        scanner.Feed(bytes);
        return bytes.Length;
    }
}
