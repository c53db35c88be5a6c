using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentsMigration.Rewriting.Tests.Verification;

/// <summary>A library of tests/LegacyDeclarations by itself: some packages have types of the same names.</summary>
internal static class DeclaredLibrary
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Azure;
        """;

    private static readonly Dictionary<string, ReportDiagnostic> Ignored =
        new() { ["OPENAI001"] = ReportDiagnostic.Suppress, ["SCME0001"] = ReportDiagnostic.Suppress };

    public static PortableExecutableReference Compile(
        string name, string folder, IEnumerable<MetadataReference> references, params string[] symbols)
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest, preprocessorSymbols: symbols);
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(Usings, parse, "Usings.cs"),
                .. Directory.EnumerateFiles(folder, "*.cs").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parse, file)),
            ],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: Ignored));
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
