using System.Text.Json;
using AgentsMigration.Adapter.Stores;
using AgentsMigration.Emulator;
using AgentsMigration.Gateway.Crash;
using AgentsMigration.Gateway.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>The JavaScript client on state that outlives a process, and on two processes that share it.</summary>
public sealed class JavaScriptStateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agents-migration-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("chart.mjs")]
    [InlineData("tools.mjs")]
    public async Task OpenAI4_OnSqlite_CompletesEverything(string script)
    {
        await using SqliteState state = SqliteState.Open(Path.Combine(_folder, "state.db"));
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents =>
        {
            agents.Documents = state.Documents;
            agents.Blobs = state.Blobs;
        });

        await RunAsync(script, world.Gateway.Addresses[0]);

        Assert.Empty(world.Log.Errors);
    }

    [Theory]
    [InlineData("chart.mjs")]
    [InlineData("tools.mjs")]
    public async Task OpenAI4_OnPostgres_CompletesEverything(string script)
    {
        using StateDatabase database = new(PostgresServer.Require());
        await using PostgresState state = await PostgresState.OpenAsync(database.ConnectionString, cancellationToken: Cancelled);
        await using GatewayWorld world = await GatewayWorld.StartAsync(agents =>
        {
            agents.Documents = state.Documents;
            agents.Blobs = state.Blobs;
        });

        await RunAsync(script, world.Gateway.Addresses[0]);

        Assert.Empty(world.Log.Errors);
    }

    /// <summary>Whatever a request begins, the next one finds in the other process.</summary>
    [Theory]
    [InlineData("chart.mjs", "openai")]
    [InlineData("tools.mjs", "openai")]
    [InlineData("chart.mjs", "azure")]
    [InlineData("tools.mjs", "azure")]
    public async Task OpenAI4_OnTwoProcessesByTurns_CompletesEverything(string script, string service)
    {
        using StateDatabase database = new(PostgresServer.Require());
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions(), Cancelled);
        using ToolProcess one = Serve(emulator, database);
        using ToolProcess two = Serve(emulator, database);
        await using AlternatingProxy proxy = await AlternatingProxy.StartAsync(await AddressAsync(one), await AddressAsync(two));

        await RunAsync(script, proxy.Address, service);

        Assert.All(proxy.Served, served => Assert.InRange(served, 5, int.MaxValue));
    }

    private ToolProcess Serve(EmulatorServer emulator, StateDatabase database) => ToolProcess.Start(
        _folder,
        new Dictionary<string, string>(),
        "serve", "--urls", "http://127.0.0.1:0", "--target", "openai", "--api-key", "target-key",
        "--endpoint", emulator.OpenAIEndpoint.ToString(), "--state", $"postgres:{database.ConnectionString}");

    private static async Task<Uri> AddressAsync(ToolProcess gateway)
    {
        string ready = await gateway.ReadLineAsync();
        Assert.Matches(@"^Ready: http://127\.0\.0\.1:\d+/ -> OpenAI \S+ \(state: PostgreSQL 'test_\w+' on 127\.0\.0\.1:\d+\)$", ready);
        return new Uri(ready.Split(' ')[1]);
    }

    private static async Task RunAsync(string script, Uri gateway, string service = "openai") =>
        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(
            await NodeProject.RunAsync(script, gateway.ToString().TrimEnd('/'), service)).ValueKind);
}
