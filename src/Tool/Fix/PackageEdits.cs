using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Tool.Fix;

/// <summary>Brings the package references of migrated projects in line with their code.</summary>
internal static class PackageEdits
{
    private const string Reference = "PackageReference";
    private const string Central = "PackageVersion";
    private const string Projects = "Azure.AI.Projects";

    // Packages that have no use but the retired services; OpenAI and Azure.AI.OpenAI have others.
    private static readonly string[] Legacy = ["Azure.AI.OpenAI.Assistants", "Azure.AI.Agents.Persistent"];

    public static string AdapterVersion { get; } = typeof(AgentsMigration.Adapter.LegacyAgentsAdapter).Assembly.GetName().Version!.ToString(3);

    public const string ProjectsVersion = "2.0.0";

    /// <summary>The least that <see cref="ProjectsVersion"/> needs, and the last that it runs with.</summary>
    private static readonly Version OpenAI = new(2, 10, 0);

    public static async Task<IReadOnlyList<FileChange>> PlanAsync(
        Solution before, Solution after, Func<ProjectId, MigrationGoal> goalOf, CancellationToken cancellationToken)
    {
        Dictionary<string, (FileFormat Format, string Before, ProjectFileText Text)> files = new(StringComparer.Ordinal);
        foreach (IGrouping<string?, ProjectChanges> project in after.GetChanges(before).GetProjectChanges().GroupBy(change => change.NewProject.FilePath))
        {
            if (project.Key is not { } path || !File.Exists(path)) continue;

            ProjectFileText text = await FileAsync(path);
            string? central = CentralFile(path, text);
            ProjectFileText? versions = central is null ? null : await FileAsync(central);
            Edit(text, versions, goalOf(project.First().ProjectId));
            if (!await UsesLegacyAsync(after, path, cancellationToken))
            {
                foreach (string id in Legacy) text.Remove(Reference, id);
            }
        }

        return
        [
            .. files.Where(file => file.Value.Text.ToString() != file.Value.Before)
                .Select(file => new FileChange(file.Key, file.Value.Format, file.Value.Before, file.Value.Text.ToString())),
        ];

        async Task<ProjectFileText> FileAsync(string path)
        {
            if (files.TryGetValue(path, out var known)) return known.Text;

            (FileFormat format, string before) = await FileFormat.ReadAsync(path, cancellationToken);
            ProjectFileText text = new(before);
            files[path] = (format, before, text);
            return text;
        }
    }

    private static void Edit(ProjectFileText project, ProjectFileText? versions, MigrationGoal goal)
    {
        switch (goal)
        {
            case MigrationGoal.Adapter:
                Add("AgentsMigration.Adapter", AdapterVersion);
                break;
            case MigrationGoal.Foundry when project.Has(Reference, Projects):
                SetVersion(Projects, ProjectsVersion);
                break;
            case MigrationGoal.Foundry:
                Add(Projects, ProjectsVersion);
                if (VersionOf("OpenAI") < OpenAI) SetVersion("OpenAI", OpenAI.ToString());
                break;
        }

        void SetVersion(string id, string version) => (versions ?? project).SetVersion(versions is null ? Reference : Central, id, version);

        Version? VersionOf(string id) =>
            Version.TryParse((versions ?? project).VersionOf(versions is null ? Reference : Central, id)?.Split('-')[0], out Version? version) ? version : null;

        void Add(string id, string version)
        {
            project.Add(Reference, id, versions is null ? version : null);
            versions?.Add(Central, id, version);
        }
    }

    /// <summary>The file that holds the versions, where they are not in the projects.</summary>
    private static string? CentralFile(string project, ProjectFileText text)
    {
        for (string? folder = Path.GetDirectoryName(project); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string file = Path.Combine(folder, "Directory.Packages.props");
            if (!File.Exists(file)) continue;

            string all = File.ReadAllText(file) + text;
            return all.Contains("<ManagePackageVersionsCentrally>true", StringComparison.OrdinalIgnoreCase) ? file : null;
        }

        return null;
    }

    private static async Task<bool> UsesLegacyAsync(Solution solution, string project, CancellationToken cancellationToken)
    {
        foreach (Document document in solution.Projects.Where(other => other.FilePath == project).SelectMany(other => other.Documents))
        {
            string text = (await document.GetTextAsync(cancellationToken)).ToString();
            if (Legacy.Any(name => text.Contains(name, StringComparison.Ordinal))) return true;
        }

        return false;
    }
}
