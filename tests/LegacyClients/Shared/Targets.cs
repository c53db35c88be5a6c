using AgentsMigration.Adapter;
using AgentsMigration.Emulator;

namespace AgentsMigration.LegacyClients;

/// <summary>The services that the adapter can put in the legacy one's place; each test runs on both.</summary>
public static class Targets
{
    public const string OpenAI = "OpenAI";
    public const string Foundry = "Foundry";

    public static TheoryData<string> All => [OpenAI, Foundry];

    internal static V2Target Create(string target, EmulatorServer emulator, string key) => target == Foundry
        ? V2Target.Foundry(emulator.ProjectEndpoint, key)
        : V2Target.OpenAI(key, emulator.OpenAIEndpoint);
}
