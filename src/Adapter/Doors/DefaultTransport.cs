namespace AgentsMigration.Adapter.Doors;

internal static class DefaultTransport
{
    public static HttpMessageHandler Create() =>
#if NETSTANDARD2_0
        new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
#else
        new SocketsHttpHandler
        {
            // Connections are renewed so that a long-lived app follows DNS changes.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // What the service wants to know again of one caller is not another caller's.
            UseCookies = false,
            // A key in a header of its own would go along to whatever address the answer names.
            AllowAutoRedirect = false,
        };
#endif
}
