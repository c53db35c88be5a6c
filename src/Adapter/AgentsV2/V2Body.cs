using AgentsMigration.Adapter.Legacy;

namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>An answer's body as it comes in. That it breaks off is the service's failure, not that of whoever writes it down.</summary>
internal sealed class V2Body(Stream inner) : ReadOnlyStream
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return inner.Read(buffer, offset, count);
        }
        catch (Exception error) when (V2Exception.IsBrokenOff(error))
        {
            throw V2Exception.BrokenOff(error);
        }
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        try
        {
#pragma warning disable CA1835 // The memory overload does not exist on netstandard2.0.
            return await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA1835
        }
        catch (Exception error) when (V2Exception.IsBrokenOff(error))
        {
            throw V2Exception.BrokenOff(error);
        }
    }

#if !NETSTANDARD2_0
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (V2Exception.IsBrokenOff(error))
        {
            throw V2Exception.BrokenOff(error);
        }
    }
#endif
}
