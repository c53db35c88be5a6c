namespace AgentsMigration.Emulator.Tests.Support;

/// <summary>A fresh emulator for every test, with no delays unless the test asks for them.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private EmulatorServer? _server;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected ApiClient OpenAI { get; private set; } = null!;

    protected ApiClient Foundry { get; private set; } = null!;

    protected ApiClient Project { get; private set; } = null!;

    protected ApiClient Azure { get; private set; } = null!;

    protected EmulatorServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        EmulatorOptions options = new()
        {
            QueueDelay = TimeSpan.Zero,
            GenerationDelay = TimeSpan.Zero,
            IngestDelay = TimeSpan.Zero
        };
        Configure(options);
        _server = await EmulatorServer.StartAsync(options, Cancelled);
        OpenAI = new ApiClient(Server.OpenAIEndpoint);
        Foundry = new ApiClient(new Uri(Server.ProjectEndpoint + "/openai/v1"));
        Project = new ApiClient(Server.ProjectEndpoint);
        Azure = new ApiClient(new Uri(Server.AzureOpenAIEndpoint, "openai/v1"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ApiClient client in new[] { OpenAI, Foundry, Project, Azure }) client?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(EmulatorOptions options)
    {
    }

    /// <summary>Lets other work run until a condition holds; the test's own time limit ends it.</summary>
    protected static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
