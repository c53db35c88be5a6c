using System.Text;
using AgentsMigration.Tool.Scan.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Tool.Fix;

/// <summary>All projects of a path in one solution, with the formats of their files.</summary>
internal sealed class OpenedSolution : IDisposable
{
    private readonly MSBuildWorkspace _workspace = MSBuildWorkspace.Create();
    private readonly List<ProjectProblem> _problems = [];
    private readonly Dictionary<string, FileFormat> _formats = new(StringComparer.Ordinal);

    private OpenedSolution() => Solution = _workspace.CurrentSolution;

    public Solution Solution { get; private set; }

    public IReadOnlyList<ProjectProblem> Problems => _problems;

    public IReadOnlyDictionary<string, FileFormat> Formats => _formats;

    public static async Task<OpenedSolution> OpenAsync(
        ScanTarget target, Action<string> progress, CancellationToken cancellationToken)
    {
        OpenedSolution opened = new();
        List<string> projects = [.. target.Projects];
        if (target.Solution is not null) projects.AddRange(await SolutionProjects.ReadAsync(target.Solution, cancellationToken));
        foreach (string file in projects.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            progress($"Loading {Path.GetFileNameWithoutExtension(file)}");
            if (await WorkspaceLoader.OpenAsync(opened._workspace, file, cancellationToken) is { } reason)
                opened._problems.Add(new(Path.GetFileNameWithoutExtension(file), reason));
        }

        opened.Solution = opened._workspace.CurrentSolution;
        await opened.ReadFormatsAsync(cancellationToken);
        return opened;
    }

    public void Dispose() => _workspace.Dispose();

    private async Task ReadFormatsAsync(CancellationToken cancellationToken)
    {
        foreach (Document document in Solution.Projects.SelectMany(project => project.Documents).ToArray())
        {
            if (document.FilePath is not { } path || !File.Exists(path)) continue;

            (FileFormat format, string text) = await FileFormat.ReadAsync(path, cancellationToken);
            _formats[path] = format;
            // The workspace would lose what is not Unicode.
            if (format.Encoding == Encoding.Latin1)
                Solution = Solution.WithDocumentText(document.Id, SourceText.From(text, Encoding.Latin1));
        }
    }
}
