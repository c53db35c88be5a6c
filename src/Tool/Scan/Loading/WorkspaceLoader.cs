using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace AgentsMigration.Tool.Scan.Loading;

/// <summary>Loads solutions and projects as the build does, and falls back to their text where that fails.</summary>
internal static class WorkspaceLoader
{
    public static async IAsyncEnumerable<LoadedProject> LoadAsync(
        ScanTarget target, Action<string> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using MSBuildWorkspace workspace = MSBuildWorkspace.Create();
        List<string> projects = [.. target.Projects];
        if (target.Solution is not null)
        {
            progress($"Loading {Path.GetFileName(target.Solution)}");
            projects.AddRange(await SolutionProjects.ReadAsync(target.Solution, cancellationToken));
        }

        if (projects.Count == 0)
        {
            yield return SyntaxOnlyLoader.Load(Path.GetFileName(target.Root), target.Root, "there is no project", cancellationToken);
            yield break;
        }

        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (string file in projects)
        {
            if (!seen.Add(file)) continue;

            progress($"Loading {Path.GetFileNameWithoutExtension(file)}");
            string? problem = await OpenAsync(workspace, file, cancellationToken);
            Project[] loaded =
            [
                .. workspace.CurrentSolution.Projects.Where(project =>
                    string.Equals(project.FilePath, file, StringComparison.OrdinalIgnoreCase)),
            ];
            if (problem is not null || loaded.Length == 0 || loaded.All(project => !project.HasDocuments))
            {
                yield return SyntaxOnlyLoader.Load(
                    Path.GetFileNameWithoutExtension(file), Path.GetDirectoryName(file)!, problem ?? "it has no documents",
                    cancellationToken);
                continue;
            }

            foreach (Project project in loaded)
            {
                if (await project.GetCompilationAsync(cancellationToken) is { } compilation)
                    yield return new(Path.GetFileNameWithoutExtension(file), Path.GetDirectoryName(file)!, compilation, null, project);
            }
        }
    }

    /// <summary>Opens a project; gives the reason when it cannot be opened.</summary>
    internal static async Task<string?> OpenAsync(MSBuildWorkspace workspace, string file, CancellationToken cancellationToken)
    {
        if (workspace.CurrentSolution.Projects.Any(project => project.FilePath == file)) return null;

        try
        {
            await workspace.OpenProjectAsync(file, cancellationToken: cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure.Message.Split('\n')[0].Trim();
        }
    }
}
