using AgentsMigration.Analyzers.CodeFixes.Fixes;
using AgentsMigration.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.CodeFixes.Tests.Verification;

/// <summary>A small app held in memory, that compiles before and must compile after.</summary>
internal sealed class AppSolution : IDisposable
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Dictionary<string, ReportDiagnostic> Ignored =
        new[] { "OPENAI001", "SCME0001", "CS1701", "CS1702", "CS8019", "CS1998", "CS0162", "CS0219", "CS0649", "CS0169", "CS0414" }
            .ToDictionary(id => id, _ => ReportDiagnostic.Suppress);

    private readonly AdhocWorkspace _workspace = new();

    private AppSolution(IEnumerable<MetadataReference> references, IReadOnlyList<string> sources)
    {
        bool isProgram = sources.Any(source => source.Contains("// program", StringComparison.Ordinal));
        ProjectInfo project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            compilationOptions: new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: Ignored),
            metadataReferences: references);
        Solution solution = _workspace.CurrentSolution.AddProject(project)
            .AddDocument(DocumentId.CreateNewId(project.Id), "GlobalUsings.g.cs", SourceText.From(GlobalUsings), filePath: "/app/obj/GlobalUsings.g.cs");
        for (int index = 0; index < sources.Count; index++)
        {
            solution = solution.AddDocument(
                DocumentId.CreateNewId(project.Id), $"File{index}.cs", SourceText.From(sources[index]), filePath: $"/app/File{index}.cs");
        }

        Solution = solution;
    }

    public Solution Solution { get; }

    public IReadOnlyList<DocumentId> Documents => [.. SourceDocuments.Of(Solution.Projects.Single())];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Family d, with the adapter at hand.</summary>
    public static AppSolution OpenAI(params string[] sources) => new([.. LegacyReferences.OpenAI("2.15.0"), .. Adapter(), AzureCore()], sources);

    /// <summary>Families a, b and c, with the adapter at hand.</summary>
    public static AppSolution Azure(params string[] sources) => new([.. LegacyReferences.Azure, .. Adapter()], sources);

    public static async Task<IReadOnlyList<string>> TextsAsync(Solution solution)
    {
        List<string> texts = [];
        foreach (DocumentId id in SourceDocuments.Of(solution.Projects.Single()))
            texts.Add((await solution.GetDocument(id)!.GetTextAsync(Cancelled)).ToString());
        return texts;
    }

    /// <summary>Errors and warnings both: a fix adds neither.</summary>
    public static async Task AssertCompilesAsync(Solution solution)
    {
        Compilation compilation = (await solution.Projects.Single().GetCompilationAsync(Cancelled))!;
        string[] problems =
        [
            .. compilation.GetDiagnostics(Cancelled).Where(found => found.Severity >= DiagnosticSeverity.Warning)
                .Select(found => found.ToString()),
        ];
        Assert.True(problems.Length == 0, string.Join('\n', problems.Concat(await TextsAsync(solution))));
    }

    public void Dispose() => _workspace.Dispose();

    private static MetadataReference[] Adapter() =>
        [MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "AgentsMigration.Adapter.dll"))];

    private static PortableExecutableReference AzureCore() =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "Azure.Core.dll"));
}
