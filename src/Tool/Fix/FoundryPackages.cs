using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Tool.Fix;

/// <summary>The packages of v2 for Foundry, in sight of projects that the fix will give their reference.</summary>
internal sealed class FoundryPackages(string root, Action<string> progress)
{
    // Those that can stand beside their successor; of the third one the successor is the next version.
    private static readonly string[] Legacy = ["OpenAI.Assistants", "GetAssistantClient", "Azure.AI.Agents.Persistent"];

    private (IReadOnlyList<string> Files, string? Problem)? _restored;

    public static bool AreMissingFrom(Compilation compilation) =>
        compilation.GetTypesByMetadataName("Azure.AI.Projects.Agents.AgentAdministrationClient").IsEmpty;

    /// <summary>The assemblies, or why they cannot be had.</summary>
    public async Task<(IReadOnlyList<string> Files, string? Problem)> RestoreAsync(CancellationToken cancellationToken)
    {
        if (_restored is { } known) return known;

        progress($"Restoring Azure.AI.Projects {PackageEdits.ProjectsVersion}");
        (IReadOnlyList<string> files, string? reason) = await PackageRestore.RunAsync(
            root, "Azure.AI.Projects", PackageEdits.ProjectsVersion, cancellationToken);
        string? problem = reason is null ? null : $"Azure.AI.Projects {PackageEdits.ProjectsVersion} cannot be restored: {reason}";
        if (problem is not null) progress(problem);
        _restored = (files, problem);
        return (files, problem);
    }

    /// <summary>The solution as it will be referenced; as it is where the packages cannot be had.</summary>
    public async Task<Solution> AddAsync(Solution solution, Func<ProjectId, MigrationGoal> goalOf, CancellationToken cancellationToken)
    {
        foreach (Project project in solution.Projects.Where(project => goalOf(project.Id) == MigrationGoal.Foundry).ToArray())
        {
            if (!await NamesLegacyAsync(project, cancellationToken)) continue;

            Compilation compilation = (await project.GetCompilationAsync(cancellationToken))!;
            // This version runs with the OpenAI package up to 2.10: whoever has a later one chooses.
            bool isTooNew = compilation.GetTypeByMetadataName("OpenAI.Responses.ResponsesClientOptions") is not null;
            if (isTooNew || !AreMissingFrom(compilation)) continue;

            (IReadOnlyList<string> files, string? problem) = await RestoreAsync(cancellationToken);
            if (problem is not null) return solution;
            solution = PackageReferences.Add(solution, project.Id, files, replace: true);
        }

        return solution;
    }

    /// <summary>The references as they are on disk.</summary>
    public static Solution TakeOut(Solution before, Solution after)
    {
        foreach (Project project in before.Projects)
            after = after.WithProjectMetadataReferences(project.Id, project.MetadataReferences);
        return after;
    }

    private static async Task<bool> NamesLegacyAsync(Project project, CancellationToken cancellationToken)
    {
        foreach (Document document in project.Documents)
        {
            string text = (await document.GetTextAsync(cancellationToken)).ToString();
            if (Legacy.Any(name => text.Contains(name, StringComparison.Ordinal))) return true;
        }

        return false;
    }
}
