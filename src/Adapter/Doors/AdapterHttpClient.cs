namespace AgentsMigration.Adapter.Doors;

internal static class AdapterHttpClient
{
    /// <summary>Without a timeout of its own: the client's pipeline and the caller's token decide.</summary>
    public static HttpClient Create(LegacyAgentsAdapter adapter) =>
        new(adapter.CreateHandler(), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
}
