using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting;

/// <summary>Projects that compile the same file: its using directives must be right in each of them.</summary>
internal sealed class SharedSources
{
    private readonly Dictionary<ProjectId, ProjectId> _firsts = [];

    private SharedSources()
    {
    }

    public static SharedSources Of(Solution solution, IEnumerable<ProjectId> ordered)
    {
        SharedSources shared = new();
        Dictionary<string, ProjectId> owners = new(StringComparer.OrdinalIgnoreCase);
        foreach (ProjectId id in ordered)
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
