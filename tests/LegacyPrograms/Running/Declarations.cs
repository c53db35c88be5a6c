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

    /// <param name="declared">The folder, and behind a colon what is defined for it.</param>
    /// <param name="references">What its types build on.</param>
    public static PortableExecutableReference Compile(string declared, IEnumerable<MetadataReference> references) =>
        MetadataReference.CreateFromImage(Emit(
            Path.Combine(SharedFolder.RepositoryRoot, "tests", "LegacyDeclarations", declared.Split(':')[0]), references, declared.Split(':')[1..]));

    /// <summary>An assembly of the sources of a folder, with its name.</summary>
    public static byte[] Emit(string folder, IEnumerable<MetadataReference> references, params string[] symbols)
    {
        CSharpParseOptions parse = new(preprocessorSymbols: symbols);
        CSharpCompilation compilation = CSharpCompilation.Create(
            Path.GetFileName(folder),
            [
                CSharpSyntaxTree.ParseText(Usings, parse),
                .. Directory.GetFiles(folder, "*.cs").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parse, file)),
            ],
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                specificDiagnosticOptions: [new("OPENAI001", ReportDiagnostic.Suppress), new("SCME0001", ReportDiagnostic.Suppress)]));
        using MemoryStream assembly = new();
        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        return assembly.ToArray();
    }
}
