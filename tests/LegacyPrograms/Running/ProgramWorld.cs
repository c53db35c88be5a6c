using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using AgentsMigration.Gateway;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>The v2 service, and the adapter in front of it for programs as they were.</summary>
public sealed class ProgramWorld : IAsyncLifetime
{
    private readonly Dictionary<LegacyProgram, string> _before = [];
    private EmulatorServer _emulator = null!;
    private GatewayServer _gateway = null!;

    /// <summary>Where a program calls that was not touched.</summary>
    public Uri Legacy => new(_gateway.Addresses[0], "v1");

    /// <summary>Where a program calls that was rewritten, or that has the adapter in process.</summary>
    public Uri V2 => _emulator.OpenAIEndpoint;

    /// <summary>Where a program calls that was rewritten for a project.</summary>
    public Uri Project => _emulator.ProjectEndpoint;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions
            {
                Script = ModelScript.Load(Path.Combine(LegacyProgram.Root, "script.json")),
                QueueDelay = TimeSpan.Zero,
                GenerationDelay = TimeSpan.Zero,
                IngestDelay = TimeSpan.Zero,
            },
            Cancelled);
        _gateway = await GatewayServer.StartAsync(
            new GatewayServerOptions { Urls = ["http://127.0.0.1:0"] },
            agents => agents.Target = V2Target.OpenAI("any-key", _emulator.OpenAIEndpoint),
            Cancelled);
    }

    /// <summary>What a program prints as it is, with the adapter before it as a gateway.</summary>
    public async Task<string> RunBeforeAsync(LegacyProgram program)
    {
        if (_before.TryGetValue(program, out string? known)) return known;

        using ProgramSolution solution = ProgramSolution.Open(program);
        await solution.AssertCompilesAsync();
        string output = await ProgramRun.RunAsync(program, await solution.CompileAsync(), Legacy);
        Assert.False(output.Contains("Exception", StringComparison.Ordinal), output);
        return _before[program] = output;
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _emulator.DisposeAsync();
    }
}
