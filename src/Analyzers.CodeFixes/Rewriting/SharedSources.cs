using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting;

/// <summary>Projects that compile the same file: its using directives must be right in each of them.</summary>
internal sealed class SharedSources
{
    private readonly Dictionary<ProjectId, ProjectId> _firsts = [];

    private SharedSources()
    {
    }

    /// <summary>The same order in every host, whichever ids it gave the projects.</summary>
    public static IEnumerable<ProjectId> InOrder(Solution solution, IEnumerable<ProjectId> projects) => projects
        .OrderBy(id => solution.GetProject(id)!.FilePath, StringComparer.Ordinal)
        .ThenBy(id => solution.GetProject(id)!.Name, StringComparer.Ordinal);

    public static SharedSources Of(Solution solution)
    {
        SharedSources shared = new();
        Dictionary<string, ProjectId> owners = new(StringComparer.OrdinalIgnoreCase);
        foreach (ProjectId id in InOrder(solution, solution.ProjectIds))
        {
            shared._firsts[id] = id;
            foreach (Document document in solution.GetProject(id)!.Documents)
            {
                if (document.FilePath is not { } path) continue;
                if (owners.TryGetValue(path, out ProjectId? owner)) shared._firsts[shared.FirstWithFilesOf(id)] = shared.FirstWithFilesOf(owner);
                else owners.Add(path, id);
            }
        }

        return shared;
    }

    public ProjectId FirstWithFilesOf(ProjectId id)
    {
        while (_firsts[id] != id) id = _firsts[id];
        return id;
    }
}
