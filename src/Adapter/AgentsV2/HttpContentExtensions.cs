namespace AgentsMigration.Adapter.AgentsV2;

/// <summary>The reads that take a token, where the platform has them.</summary>
internal static class HttpContentExtensions
{
    public static Task<Stream> OpenAsync(this HttpContent content, CancellationToken cancellationToken)
    {
#if NETSTANDARD2_0
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
#else
        return content.ReadAsStreamAsync(cancellationToken);
#endif
    }

    public static Task<byte[]> ReadAsync(this HttpContent content, CancellationToken cancellationToken)
    {
#if NETSTANDARD2_0
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsByteArrayAsync();
#else
        return content.ReadAsByteArrayAsync(cancellationToken);
#endif
    }
}
