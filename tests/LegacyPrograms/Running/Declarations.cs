using AgentsMigration.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentsMigration.LegacyPrograms.Running;

/// <summary>Makes an assembly of a folder of tests/LegacyDeclarations.</summary>
internal static class Declarations
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Azure;
        """;

    public static PortableExecutableReference Compile(string folder, IEnumerable<MetadataReference> references)
    {
        string path = Path.Combine(SharedFolder.RepositoryRoot, "tests", "LegacyDeclarations", folder);
        CSharpCompilation compilation = CSharpCompilation.Create(
            folder,
            [
                CSharpSyntaxTree.ParseText(Usings),
                .. Directory.GetFiles(path, "*.cs").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)),
            ],
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                specificDiagnosticOptions: [new("OPENAI001", ReportDiagnostic.Suppress), new("SCME0001", ReportDiagnostic.Suppress)]));
        using MemoryStream assembly = new();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }
}
