namespace AgentsMigration.Adapter.Tests.Conformance;

/// <summary>How the clients of one generation address the service.</summary>
/// <param name="Name">As docs/conformance.md calls it.</param>
/// <param name="Base">What stands before the resource.</param>
/// <param name="Query">What every call has behind it.</param>
/// <param name="Beta">The header of OpenAI's clients.</param>
public sealed record LegacyDoor(string Name, string Base, string Query, string? Beta)
{
    public static LegacyDoor OpenAIV2 { get; } = new("OpenAI Assistants v2", "/v1/", "", "assistants=v2");

    public static LegacyDoor OpenAIV1 { get; } = new("OpenAI Assistants v1", "/v1/", "", "assistants=v1");

    public static LegacyDoor AzureV1 { get; } = AzureOpenAI("2024-02-15-preview");

    public static LegacyDoor AgentsClassic { get; } = new("Azure AI Agents (classic)", "/api/projects/p/", "api-version=v1", null);

    public static LegacyDoor AzureOpenAI(string version) =>
        new($"Azure OpenAI {version}", "/openai/", "api-version=" + version, null);

    public string Address(string path) => Query.Length == 0 ? path : path + (path.Contains('?') ? "&" : "?") + Query;
}
