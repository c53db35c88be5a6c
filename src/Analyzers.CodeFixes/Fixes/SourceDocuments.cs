using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Fixes;

/// <summary>The C# files that people wrote.</summary>
public static class SourceDocuments
{
    private static readonly string[] GeneratedEndings = [".g.cs", ".g.i.cs", ".generated.cs", ".designer.cs"];

    public static IEnumerable<DocumentId> Of(Project project) => project.Language == LanguageNames.CSharp
        ? project.Documents.Where(document => !IsGenerated(document)).Select(document => document.Id)
        : [];

    private static bool IsGenerated(Document document)
    {
        string path = (document.FilePath ?? document.Name).Replace('\\', '/');
        return path.Contains("/obj/")
            || GeneratedEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
