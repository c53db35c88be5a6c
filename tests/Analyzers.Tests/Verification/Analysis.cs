using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentsMigration.Analyzers.Tests.Verification;

/// <summary>Runs the analyzers over sources held in memory.</summary>
internal static class Analysis
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableDictionary<string, ReportDiagnostic> Ignored =
        new[] { "OPENAI001", "SCME0001", "CS1701", "CS1702", "CS8019", "CS1998", "CS0162" }
            .ToImmutableDictionary(id => id, _ => ReportDiagnostic.Suppress);

    public static CSharpCompilation Compile(
        IReadOnlyList<MetadataReference> references, IReadOnlyList<string> sources, params string[] symbols)
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest, preprocessorSymbols: symbols);
        bool isProgram = sources.Any(source => source.Contains("// program", StringComparison.Ordinal));
        return CSharpCompilation.Create(
            "Sources",
            [
                CSharpSyntaxTree.ParseText(GlobalUsings, parse, "GlobalUsings.g.cs"),
                .. sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, parse, $"File{index}.cs")),
            ],
            references,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: Ignored));
    }

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Compilation compilation, CancellationToken cancellationToken, params AdditionalText[] files)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(
            AllAnalyzers.Create(),
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. files]),
                onAnalyzerException: (failure, analyzer, _) =>
                    throw new InvalidOperationException($"{analyzer.GetType().Name} failed", failure),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken);
        return [.. found.OrderBy(d => d.Location.SourceTree?.FilePath).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id)];
    }

    public static void AssertCompiles(Compilation compilation, CancellationToken cancellationToken)
    {
        Diagnostic[] errors =
        [
            .. compilation.GetDiagnostics(cancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error),
        ];
        Assert.True(errors.Length == 0, string.Join(Environment.NewLine, errors.Select(error => error.ToString())));
    }
}
