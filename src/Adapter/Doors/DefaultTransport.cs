namespace AgentsMigration.Adapter.Doors;

internal static class DefaultTransport
{
    public static HttpMessageHandler Create() =>
#if NETSTANDARD2_0
        new HttpClientHandler();
#else
        // Connections are renewed so that a long-lived app follows DNS changes.
        new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
#endif
}
