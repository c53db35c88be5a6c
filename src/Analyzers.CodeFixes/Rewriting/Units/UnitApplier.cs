using AgentsMigration.Analyzers.CodeFixes.Rewriting.Plans;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>Applies the plans of units to a solution.</summary>
internal static class UnitApplier
{
    public static async Task<Solution> ApplyAsync(
        Solution solution, MigrationUnit unit, NamespaceIndex index, CancellationToken cancellationToken)
    {
        foreach (LegacyDocument document in unit.Documents)
        {
            if (document.Plan is not { IsEmpty: false } plan) continue;

            SyntaxNode root = PlanApplier.Apply(document.Root, plan);
            if (!unit.IsBlocked && root is CompilationUnitSyntax file)
            {
                HashSet<string> needed = index.NeededBy(file, document.Root);
                needed.UnionWith(plan.Namespaces.Where(name => !index.IsImplicit(document.Document.Project.Id, name)));
                needed.Add(document.Context!.Facts.SupportNamespace);
                root = UsingsRewriter.Rewrite(file, document, needed);
            }

            Document changed = solution.GetDocument(document.Document.Id)!.WithSyntaxRoot(root);
            if (!unit.IsBlocked)
            {
                changed = await Formatter.FormatAsync(changed, Formatter.Annotation, null, cancellationToken).ConfigureAwait(false);
                root = (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
                changed = changed.WithSyntaxRoot(LongLines.Break(root, document.Root));
            }

            solution = changed.Project.Solution;
        }

        return solution;
    }

    /// <summary>Adds the support files to a project that has none of them yet.</summary>
    public static Solution AddSupport(Solution solution, ProjectId id, IEnumerable<(string Name, string Text)> files)
    {
        Project project = solution.GetProject(id)!;
        foreach ((string name, string text) in files)
        {
            if (project.Documents.Any(document => document.Name == name && document.Folders.Contains(OpenAISupport.Folder))) continue;

            string? directory = Path.GetDirectoryName(project.FilePath);
            string? path = directory is null ? null : Path.Combine(directory, OpenAISupport.Folder, name);
            project = project.AddDocument(name, text, [OpenAISupport.Folder], path).Project;
        }

        return project.Solution;
    }
}
