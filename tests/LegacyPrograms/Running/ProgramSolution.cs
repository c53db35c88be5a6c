using AgentsMigration.Analyzers.CodeFixes.Fixes;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>A program as a project, set up as its author's would be.</summary>
internal sealed class ProgramSolution : IDisposable
{
    private const string ConsoleUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string WebUsings = """

        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly Dictionary<string, ReportDiagnostic> Ignored =
        new[] { "OPENAI001", "SCME0001", "CS1701", "CS1702", "CS8019", "CS1998" }
            .ToDictionary(id => id, _ => ReportDiagnostic.Suppress);

    private readonly AdhocWorkspace _workspace = new();
    private readonly LegacyProgram _program;

    private ProgramSolution(LegacyProgram program, ProgramPackages packages)
    {
        _program = program;
        Dictionary<string, string> sources = program.Sources.ToDictionary(file => file, File.ReadAllText);
        bool isWeb = sources.Values.Any(text => text.Contains("WebApplication", StringComparison.Ordinal));
        bool isLibrary = !sources.Keys.Any(file => Path.GetFileName(file) == "Program.cs");
        ProjectId project = ProjectId.CreateNewId();
        Solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                project,
                VersionStamp.Default,
                program.Name,
                program.Name,
                LanguageNames.CSharp,
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13),
                compilationOptions: new CSharpCompilationOptions(
                    isLibrary ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication,
                    nullableContextOptions: NullableContextOptions.Enable,
                    specificDiagnosticOptions: Ignored),
                metadataReferences: packages.References))
            .AddDocument(DocumentId.CreateNewId(project), "Usings.g.cs", SourceText.From(ConsoleUsings + (isWeb ? WebUsings : "")), filePath: "/obj/Usings.g.cs");
        foreach ((string file, string text) in sources)
            Solution = Solution.AddDocument(DocumentId.CreateNewId(project), Path.GetFileName(file), SourceText.From(text), filePath: file);
    }

    public Solution Solution { get; private set; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static ProgramSolution Open(LegacyProgram program, ProgramPackages? packages = null) =>
        new(program, packages ?? ProgramPackages.For(program));

    public async Task<MigrationResult> MigrateAsync(MigrationGoal goal)
    {
        MigrationScope everything = new(goal, [.. SourceDocuments.Of(Solution.Projects.Single())]);
        MigrationResult result = await Migrator.ApplyAsync(Solution, everything, Cancelled);
        Solution = result.Solution;

        // The rewritten code is that of the next version of the same package, as the tool's change of the reference makes it.
        if (_program.Sdk == "AzureProjects" && goal == MigrationGoal.Foundry && result.Sites.Any(site => site.Left is null))
            Solution = Solution.WithProjectMetadataReferences(Solution.ProjectIds[0], ProgramPackages.Upgraded.References);
        return result;
    }

    /// <summary>All files, as a reader would see them.</summary>
    public async Task<string> TextAsync()
    {
        List<string> texts = [];
        foreach (DocumentId id in SourceDocuments.Of(Solution.Projects.Single()))
        {
            Document document = Solution.GetDocument(id)!;
            texts.Add($"// {document.Name}\n{await document.GetTextAsync(Cancelled)}");
        }

        return string.Join('\n', texts);
    }

    public async Task<Compilation> CompileAsync() => (await Solution.Projects.Single().GetCompilationAsync(Cancelled))!;

    /// <summary>Errors, with the program's text for who must mend it.</summary>
    public async Task AssertCompilesAsync()
    {
        string[] errors =
        [
            .. (await CompileAsync()).GetDiagnostics(Cancelled)
                .Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()),
        ];
        Assert.True(errors.Length == 0, string.Join('\n', errors) + "\n" + await TextAsync());
    }

    public void Dispose() => _workspace.Dispose();
}
