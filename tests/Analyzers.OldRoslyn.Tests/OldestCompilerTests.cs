using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentsMigration.Analyzers.OldRoslyn.Tests;

public sealed class OldestCompilerTests
{
    private const string Source = """
        using System.Threading.Tasks;
        using Azure.AI.Agents.Persistent;
        using Azure.Core;

        class C
        {
            async Task Run(string endpoint, TokenCredential credential, string url = "https://api.openai.com/v1/threads")
            {
                PersistentAgentsClient client = new(endpoint, credential);
                ThreadRun run = await client.Runs.CreateRunAsync("t", "a");
                while (run.Status == RunStatus.Queued)
                {
                    await Task.Delay(500);
                    run = await client.Runs.GetRunAsync("t", run.Id);
                }
            }
        }
        """;

    [Fact]
    public async Task Analyzers_InTheOldestCompiler_FindTheSame()
    {
        Assert.Equal(new Version(4, 5, 0, 0), typeof(CSharpCompilation).Assembly.GetName().Version);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Sources",
            new[] { CSharpSyntaxTree.ParseText(Source, cancellationToken: TestContext.Current.CancellationToken) },
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);

        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(
                ImmutableArray.Create<DiagnosticAnalyzer>(new LegacyCallAnalyzer(), new LegacyTextAnalyzer()),
                options: null,
                TestContext.Current.CancellationToken)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            new[] { "AGM1001", "AGM4001", "AGM4002", "AGM4010", "AGM4014", "AGM4014", "AGM4018", "AGM6001" },
            found.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] files =
        [
            .. new[] { "System.Private.CoreLib", "System.Runtime", "netstandard", "System.Collections" }
                .Select(name => Path.Combine(framework, name + ".dll")),
            .. new[] { "Azure.Core", "LegacyDeclarations", "System.Memory.Data", "System.ClientModel" }
                .Select(name => Path.Combine(AppContext.BaseDirectory, name + ".dll")),
        ];
        return files.Select(file => MetadataReference.CreateFromFile(file));
    }
}
