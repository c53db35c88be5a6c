using AgentsMigration.Analyzers.Tests.Verification;
using AgentsMigration.TestSupport;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Rewriting.Tests.Verification;

/// <summary>Azure.AI.Agents.Persistent beside Azure.AI.Projects of either generation, declared in tests/LegacyDeclarations.</summary>
internal static class FoundryReferences
{
    private static readonly string Folder = Path.Combine(SharedFolder.RepositoryRoot, "tests", "LegacyDeclarations");

    private static readonly Dictionary<string, IReadOnlyList<MetadataReference>> Known = new()
    {
        ["none"] = Persistent("2.10.0"),
        ["assistants"] = WithFoundry(Declared("AzureAssistants", "2.10.0")),
        ["2.0"] = WithFoundry(Persistent("2.10.0")),
        ["3.0-beta"] = WithFoundry(Persistent("2.13.0"), "FOUNDRY_3"),
        ["openai none"] = Declared("AzureOpenAI", "2.10.0"),
        ["openai 2.0"] = WithFoundry(Declared("AzureOpenAI", "2.10.0")),
        ["openai 3.0-beta"] = WithFoundry(Declared("AzureOpenAI", "2.13.0"), "FOUNDRY_3"),
        ["openai newest"] = Declared("AzureOpenAI", "2.15.0"),
        ["openai too new"] = WithFoundry(Declared("AzureOpenAI", "2.13.0")),
    };

    /// <summary>The preview of Azure.AI.Projects with agents of its own.</summary>
    public static IReadOnlyList<MetadataReference> Preview { get; } = Declared("AzureProjects", "2.10.0");

    /// <summary>What the same project references after the upgrade.</summary>
    public static IReadOnlyList<MetadataReference> Successor { get; } = Declared("Foundry", "2.10.0");

    public static IReadOnlyList<string> Generations => ["2.0", "3.0-beta"];

    public static IReadOnlyList<MetadataReference> Of(string generation) => Known[generation];

    private static List<MetadataReference> Persistent(string openAI) => Declared("AzurePersistent", openAI);

    private static List<MetadataReference> Declared(string folder, string openAI)
    {
        // An Azure.Core whose credentials are token providers of System.ClientModel as well.
        List<MetadataReference> references =
            [.. LegacyReferences.OpenAI(openAI), LegacyReferences.Package("Azure.Core", "1.49.0", "Azure.Core.dll")];
        references.Add(DeclaredLibrary.Compile(folder, Path.Combine(Folder, folder), references));
        return references;
    }

    private static List<MetadataReference> WithFoundry(List<MetadataReference> references, params string[] symbols) =>
        [.. references, DeclaredLibrary.Compile("Foundry", Path.Combine(Folder, "Foundry"), references, symbols)];
}
