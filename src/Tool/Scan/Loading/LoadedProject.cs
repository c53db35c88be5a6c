using Microsoft.CodeAnalysis;

namespace AgentsMigration.Tool.Scan.Loading;

/// <summary>A compilation to look at; a project with several target frameworks comes once for each.</summary>
internal sealed record LoadedProject(string Name, string Folder, Compilation Compilation, string? SyntaxOnlyBecause, Project? Project = null);
