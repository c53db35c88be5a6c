using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentsMigration.Analyzers.CodeFixes.Fixes;

/// <summary>
/// What .editorconfig asks for: <c>agents_migration.target</c> (openai, foundry, auto) and <c>agents_migration.fix</c>
/// (v2, adapter), the action that comes first.
/// </summary>
internal sealed class FixPreferences
{
    public const string TargetKey = "agents_migration.target";
    public const string FixKey = "agents_migration.fix";

    // What a project that talks to Azure has in it, by the names of all generations.
    private static readonly string[] AzureTypes =
    [
        "Azure.AI.Projects.AIProjectClient",
        "Azure.AI.Projects.AgentsClient",
        "Azure.AI.Agents.Persistent.PersistentAgentsClient",
        "Azure.AI.OpenAI.Assistants.AssistantsClient",
        "Azure.AI.OpenAI.AzureOpenAIClient",
    ];

    private FixPreferences(MigrationGoal target, bool prefersAdapter)
    {
        Target = target;
        PrefersAdapter = prefersAdapter;
    }

    /// <summary>The v2 that a rewrite is for.</summary>
    public MigrationGoal Target { get; }

    public bool PrefersAdapter { get; }

    public static async Task<FixPreferences> ReadAsync(Document document, CancellationToken cancellationToken)
    {
        SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
        AnalyzerConfigOptions? options = tree is null
            ? null
            : document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree);
        Compilation? compilation = await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return new(
            Named(Value(options, TargetKey)) ?? OfReferences(compilation),
            string.Equals(Value(options, FixKey), "adapter", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The service that the project talks to today is where it goes on.</summary>
    public static MigrationGoal OfReferences(Compilation? compilation) =>
        compilation is not null && AzureTypes.Any(name => !compilation.GetTypesByMetadataName(name).IsEmpty)
            ? MigrationGoal.Foundry
            : MigrationGoal.OpenAI;

    public static MigrationGoal? Named(string? target) => target?.Trim().ToUpperInvariant() switch
    {
        "OPENAI" => MigrationGoal.OpenAI,
        "FOUNDRY" => MigrationGoal.Foundry,
        _ => null,
    };

    private static string? Value(AnalyzerConfigOptions? options, string key) =>
        options is not null && options.TryGetValue(key, out string? value) ? value : null;
}
