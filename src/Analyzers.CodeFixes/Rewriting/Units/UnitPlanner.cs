using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>Plans the files of a unit, with what all of them together use.</summary>
internal static class UnitPlanner
{
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "RequiredActions", "RequiredAction", "RequiresAction", "RunRequiresAction", "RequiredActionUpdate", "ToolOutput", "ToolApproval",
    };

    public static void Plan(MigrationUnit unit, RewriteTable table, UnitFacts facts, CancellationToken cancellationToken)
    {
        foreach (LegacyDocument document in unit.Documents)
        {
            foreach (SimpleNameSyntax name in document.Root.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                string text = name.Identifier.ValueText;
                facts.UsesFunctions |= Functions.Contains(text);
                facts.UsesImages |= text is "ImageFileId" or "MessageImageFileContent";
                facts.UsesGeneratedFiles |= text is "ImageFileId" or "OutputFileId";
            }
        }

        foreach (LegacyDocument document in unit.Documents)
        {
            document.Context = new RewriteContext(table, document.Model, document.Finder, document.Sites, facts, cancellationToken);
            if (((CSharpParseOptions)document.Root.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp9)
            {
                foreach (Recognition.FoundSite site in document.Sites.Take(1))
                    document.Context.Block(site.Site.Node, "the rewritten code needs C# 9 or later");
                continue;
            }

            Planner.Plan(document.Context, document.Root);
        }

        if (!unit.IsBlocked) return;
        foreach (LegacyDocument document in unit.Documents) document.Plan!.KeepNotesOnly();
    }
}
