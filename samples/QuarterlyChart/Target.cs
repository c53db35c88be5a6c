using AgentsMigration.Adapter;
using AgentsMigration.Emulator;
using Azure.Identity;

namespace QuarterlyChart;

/// <summary>Where the v2 calls go: a Foundry project, OpenAI, or the emulator that this process starts.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly EmulatorServer? _emulator;

    private Target(string description, LegacyAgentsAdapter adapter, string apiKey, EmulatorServer? emulator = null)
    {
        Description = description;
        Adapter = adapter;
        ApiKey = apiKey;
        _emulator = emulator;
    }

    public string Description { get; }

    public LegacyAgentsAdapter Adapter { get; }

    /// <summary>What the legacy client is constructed with; the adapter signs in by itself.</summary>
    public string ApiKey { get; }

    public string Model { get; } = Setting("FOUNDRY_MODEL") ?? "gpt-4o-mini";

    public static async Task<Target> ChooseAsync()
    {
        if (Setting("FOUNDRY_PROJECT_ENDPOINT") is { } project)
        {
            Uri endpoint = new(project);
            return new Target(
                $"Foundry project {endpoint}",
                LegacyAgentsAdapter.ForFoundry(endpoint, new DefaultAzureCredential()),
                "not used");
        }

        if (Setting("OPENAI_API_KEY") is { } key)
        {
            return new Target("OpenAI", LegacyAgentsAdapter.ForOpenAI(key), key);
        }

        EmulatorServer emulator = await EmulatorServer.StartAsync();
        return new Target(
            $"local emulator at {emulator.OpenAIEndpoint}",
            LegacyAgentsAdapter.ForOpenAI("local", emulator.OpenAIEndpoint),
            "local",
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

    private static string? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
