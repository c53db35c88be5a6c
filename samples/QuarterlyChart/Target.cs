using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using Azure.Identity;

namespace QuarterlyChart;

/// <summary>Where the v2 calls go: a Foundry project, OpenAI, or the emulator that this process starts.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly EmulatorServer? _emulator;

    private Target(string description, LegacyAgentsAdapter adapter, EmulatorServer? emulator = null)
    {
        Description = description;
        Adapter = adapter;
        _emulator = emulator;
    }

    public string Description { get; }

    public LegacyAgentsAdapter Adapter { get; }

    public static async Task<Target> StartAsync(Arguments arguments)
    {
        if (arguments.FoundryProject is { } project)
        {
            return new Target(
                $"Foundry project {project}", LegacyAgentsAdapter.ForFoundry(project, new DefaultAzureCredential()));
        }

        if (arguments.OpenAIKey is { } key)
        {
            return new Target("OpenAI", LegacyAgentsAdapter.ForOpenAI(key));
        }

        EmulatorServer emulator = await EmulatorServer.StartAsync();
        return new Target(
            $"local emulator at {emulator.OpenAIEndpoint}",
            LegacyAgentsAdapter.ForOpenAI("local", emulator.OpenAIEndpoint),
            emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Adapter.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }
}
