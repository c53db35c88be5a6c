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
    public static PortableExecutableReference Compile(string declared, IEnumerable<MetadataReference> references)
    {
        string folder = declared.Split(':')[0];
        CSharpParseOptions parse = new(preprocessorSymbols: declared.Split(':')[1..]);
        string path = Path.Combine(SharedFolder.RepositoryRoot, "tests", "LegacyDeclarations", folder);
        CSharpCompilation compilation = CSharpCompilation.Create(
            folder,
            [
                CSharpSyntaxTree.ParseText(Usings, parse),
                .. Directory.GetFiles(path, "*.cs").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parse, file)),
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
