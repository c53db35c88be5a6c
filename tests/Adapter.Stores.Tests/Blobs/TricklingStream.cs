namespace AgentsMigration.Adapter.Stores.Tests.Blobs;

/// <summary>Gives seven bytes at a time, as a network may; fails after so many reads where told to.</summary>
internal sealed class TricklingStream(byte[] bytes, int? failAfter) : MemoryStream(bytes, writable: false)
{
    private int _reads;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_reads++ == failAfter)
            throw new InvalidDataException("The connection broke.");
        return base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }

    // Not MemoryStream's own, which writes everything at once.
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[bufferSize];
        int read;
        while ((read = await ReadAsync(buffer, cancellationToken)) > 0)
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
    }
}
