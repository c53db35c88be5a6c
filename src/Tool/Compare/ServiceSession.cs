namespace AgentsMigration.Tool.Compare;

/// <summary>A client of a service, and what has to end with it.</summary>
internal sealed class ServiceSession(HttpClient client, params IAsyncDisposable[] owned) : IAsyncDisposable
{
    public HttpClient Client => client;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        foreach (IAsyncDisposable one in owned)
            await one.DisposeAsync();
    }
}
