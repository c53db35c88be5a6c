using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Tool.Fix;

/// <summary>What projects will be compiled with once their new packages are restored.</summary>
internal sealed class PackageReferences
{
    // The adapter and what it brings along.
    private static readonly string[] Adapter = ["AgentsMigration.Adapter", "Azure.Core", "System.ClientModel"];

    private readonly Func<ProjectId, MigrationGoal> _goalOf;
    private readonly IReadOnlyList<string> _foundry;

    /// <param name="goalOf">What each project is migrated to.</param>
    /// <param name="foundry">The assemblies of Azure.AI.Projects 2.x.</param>
    public PackageReferences(Func<ProjectId, MigrationGoal> goalOf, IReadOnlyList<string> foundry)
    {
        _goalOf = goalOf;
        _foundry = foundry;
    }

    public Solution Complete(Solution solution)
    {
        foreach (ProjectId id in solution.ProjectIds)
        {
            solution = _goalOf(id) switch
            {
                MigrationGoal.Adapter => Add(solution, id, Adapter.Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll")), replace: false),
                MigrationGoal.Foundry => Add(solution, id, _foundry, replace: true),
                _ => solution,
            };
        }

        return solution;
    }

    /// <summary>Gives a project assemblies; those of the same names go, or stay.</summary>
    public static Solution Add(Solution solution, ProjectId id, IEnumerable<string> files, bool replace)
    {
        foreach (string file in files)
        {
            MetadataReference? old = solution.GetProject(id)!.MetadataReferences.FirstOrDefault(reference =>
                string.Equals(Path.GetFileName(reference.Display), Path.GetFileName(file), StringComparison.OrdinalIgnoreCase));
            if (old is not null && !replace) continue;
            if (old is not null) solution = solution.RemoveMetadataReference(id, old);
            solution = solution.AddMetadataReference(id, MetadataReference.CreateFromFile(file));
        }

        return solution;
    }
}
