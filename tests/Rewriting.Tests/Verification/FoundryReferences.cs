using AgentsMigration.Analyzers.Tests.Verification;
using AgentsMigration.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentsMigration.Rewriting.Tests.Verification;

/// <summary>Azure.AI.Agents.Persistent beside Azure.AI.Projects of either generation, declared in tests/LegacyDeclarations.</summary>
internal static class FoundryReferences
{
    public static IReadOnlyList<string> Generations => ["2.0", "3.0-beta"];

    private static readonly Dictionary<string, IReadOnlyList<MetadataReference>> Known = new()
    {
        ["2.0"] = Compile(LegacyReferences.OpenAI("2.10.0")),
        ["none"] = Compile(LegacyReferences.OpenAI("2.10.0"), "NONE"),
        ["3.0-beta"] = Compile(LegacyReferences.OpenAI("2.13.0"), "FOUNDRY_3"),
    };

    public static IReadOnlyList<MetadataReference> Of(string generation) => Known[generation];

    private static List<MetadataReference> Compile(IReadOnlyList<MetadataReference> openAI, params string[] symbols)
    {
        string folder = Path.Combine(SharedFolder.RepositoryRoot, "tests", "LegacyDeclarations");
        // The first Azure.Core whose credentials are token providers of System.ClientModel as well.
        List<MetadataReference> references = [.. openAI, LegacyReferences.Package("Azure.Core", "1.49.0", "Azure.Core.dll")];
        references.Add(Library("Persistent", Path.Combine(folder, "AzurePersistent"), references, []));
        if (!symbols.Contains("NONE")) references.Add(Library("Foundry", Path.Combine(folder, "Foundry"), references, symbols));
        return references;
    }

    private static PortableExecutableReference Library(string name, string folder, IReadOnlyList<MetadataReference> references, string[] symbols)
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest, preprocessorSymbols: symbols);
        const string Usings = """
            global using System;
            global using System.Collections.Generic;
            global using System.IO;
            global using System.Threading;
            global using System.Threading.Tasks;
            global using Azure;
            """;
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [
                .. Directory.EnumerateFiles(folder, "*.cs").Append("").Select(file => CSharpSyntaxTree.ParseText(
                    file.Length == 0 ? (name == "Persistent" ? Usings : "") : File.ReadAllText(file), parse, file)),
            ],
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                specificDiagnosticOptions: [new("OPENAI001", ReportDiagnostic.Suppress), new("SCME0001", ReportDiagnostic.Suppress)]));
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
