using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Migration;
using AgentsMigration.Analyzers.CodeFixes.Rewriting;
using AgentsMigration.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Rewriting.Tests.Verification;

/// <summary>Rewrites sources held in memory, compiles them before and after, and runs the rewriting again.</summary>
internal sealed class Rewrite
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly string[] Ignored = ["OPENAI001", "SCME0001", "CS1701", "CS1702", "CS8019"];

    private Rewrite(Solution solution, ImmutableArray<SiteOutcome> sites)
    {
        Solution = solution;
        Sites = sites;
    }

    public Solution Solution { get; }

    public ImmutableArray<SiteOutcome> Sites { get; }

    public IEnumerable<SiteOutcome> Left => Sites.Where(site => site.Left is not null);

    public string Text(string file = "File0.cs") => Solution.Projects.SelectMany(project => project.Documents)
        .Single(document => document.Name == file).GetTextAsync().Result.ToString().ReplaceLineEndings("\n");

    /// <summary>Without line breaks and indentation.</summary>
    public string Flat(string file = "File0.cs") =>
        string.Join(' ', Text(file).Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)).Replace("( ", "(", StringComparison.Ordinal);

    public static Task<Rewrite> OfAsync(string source, string version = "2.13.0") => OfAsync([source], version);

    public static Task<Rewrite> OfAsync(
        string[] sources, string version = "2.13.0", string? focus = null, ImmutableHashSet<string>? rules = null) =>
        OfAsync(Create(sources, LegacyReferences.OpenAI(version)), MigrationGoal.OpenAI, focus, rules);

    public static Task<Rewrite> ToFoundryAsync(string source, string generation, string? focus = null) =>
        OfAsync(Create([source], FoundryReferences.Of(generation)), MigrationGoal.Foundry, focus, rules: null);

    public static Task<Rewrite> ToOpenAIAsync(string source, string generation) =>
        OfAsync(Create([source], FoundryReferences.Of(generation)), MigrationGoal.OpenAI, focus: null, rules: null);

    /// <summary>For the preview whose successor is the same package: compiled against the one before and the other after.</summary>
    public static async Task<Rewrite> UpgradeAsync(string source)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Solution before = Create([source], FoundryReferences.Preview);
        await AssertCompilesAsync(before, "before");
        MigrationScope scope = Scope(before, null, null, MigrationGoal.Foundry);
        MigrationResult result = await V2Migration.ApplyAsync(before, scope, cancellationToken);
        Solution after = result.Solution.WithProjectMetadataReferences(result.Solution.ProjectIds[0], FoundryReferences.Successor);
        await AssertCompilesAsync(after, "after");
        Assert.Empty((await V2Migration.ApplyAsync(after, scope, cancellationToken)).Sites);
        return new Rewrite(after, result.Sites);
    }

    /// <summary>For the same, where all is kept as it is.</summary>
    public static Task<Rewrite> UpgradeRefusedAsync(string source) =>
        OfAsync(Create([source], FoundryReferences.Preview), MigrationGoal.Foundry, focus: null, rules: null);

    private static async Task<Rewrite> OfAsync(
        Solution before, MigrationGoal goal, string? focus, ImmutableHashSet<string>? rules)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await AssertCompilesAsync(before, "before");

        MigrationResult result = await V2Migration.ApplyAsync(before, Scope(before, focus, rules, goal), cancellationToken);
        await AssertCompilesAsync(result.Solution, "after");

        MigrationResult again = await V2Migration.ApplyAsync(
            result.Solution, Scope(result.Solution, null, null, goal), cancellationToken);
        if (focus is null)
        {
            foreach (DocumentId id in result.Solution.Projects.Single().DocumentIds)
            {
                string once = (await result.Solution.GetDocument(id)!.GetTextAsync(cancellationToken)).ToString();
                string twice = (await again.Solution.GetDocument(id)!.GetTextAsync(cancellationToken)).ToString();
                Assert.Equal(once, twice);
            }
        }

        return new Rewrite(result.Solution, result.Sites);
    }

    public static Solution Create(IReadOnlyList<string> sources, IEnumerable<MetadataReference> references)
    {
        bool isProgram = sources.Any(source => source.Contains("// program", StringComparison.Ordinal));
        AdhocWorkspace workspace = new();
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: Ignored.ToImmutableDictionary(id => id, _ => ReportDiagnostic.Suppress)),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: references));
        solution = solution.AddDocument(DocumentId.CreateNewId(id), "GlobalUsings.cs", GlobalUsings, filePath: "GlobalUsings.cs");
        for (int i = 0; i < sources.Count; i++)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), $"File{i}.cs", sources[i], filePath: $"File{i}.cs");
        return solution;
    }

    public static MigrationScope Scope(
        Solution solution, string? focus, ImmutableHashSet<string>? rules, MigrationGoal goal = MigrationGoal.OpenAI)
    {
        ImmutableArray<DocumentId> documents = [.. solution.Projects.SelectMany(project => project.DocumentIds)];
        if (focus is null) return new MigrationScope(goal, documents, rules: rules);

        Document document = solution.Projects.Single().Documents.First(candidate =>
            candidate.GetTextAsync().Result.ToString().Contains(focus, StringComparison.Ordinal));
        int at = document.GetTextAsync().Result.ToString().IndexOf(focus, StringComparison.Ordinal);
        return new MigrationScope(goal, [document.Id], new TextSpan(at, focus.Length), rules);
    }

    private static async Task AssertCompilesAsync(Solution solution, string when)
    {
        foreach (Project project in solution.Projects)
        {
            Compilation compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
            Diagnostic[] errors = [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];
            Assert.True(errors.Length == 0, when + ":\n" + string.Join("\n", errors.Take(10))
                + "\n" + errors.FirstOrDefault()?.Location.SourceTree);
        }
    }
}
