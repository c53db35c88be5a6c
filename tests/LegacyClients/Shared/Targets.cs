using AgentsMigration.Adapter;
using AgentsMigration.Emulator;

namespace AgentsMigration.LegacyClients;

/// <summary>The services that the adapter can put in the legacy one's place; each test runs on all.</summary>
public static class Targets
{
    public const string OpenAI = "OpenAI";
    public const string Foundry = "Foundry";
    public const string AzureOpenAI = "AzureOpenAI";

    public static TheoryData<string> All => [OpenAI, Foundry, AzureOpenAI];

    internal static V2Target Create(string target, EmulatorServer emulator, string key) => target switch
    {
        Foundry => V2Target.Foundry(emulator.ProjectEndpoint, key),
        AzureOpenAI => V2Target.AzureOpenAI(emulator.AzureOpenAIEndpoint, key),
        _ => V2Target.OpenAI(key, emulator.OpenAIEndpoint),
    };

    /// <summary>Where its files, responses and containers are.</summary>
    internal static Uri Resources(string target, EmulatorServer emulator) => target switch
    {
        Foundry => new Uri(emulator.ProjectEndpoint + "/openai/v1/"),
        AzureOpenAI => new Uri(emulator.AzureOpenAIEndpoint, "openai/v1/"),
        _ => new Uri(emulator.OpenAIEndpoint + "/"),
    };
}
