using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>Takes out the using directives of the legacy SDK and puts in those that the new code needs, where they stood.</summary>
internal static class UsingsRewriter
{
    /// <param name="root">The rewritten file.</param>
    /// <param name="original">The file before, whose directives can still be bound.</param>
    /// <param name="needed">The namespaces of the new code.</param>
    public static CompilationUnitSyntax Rewrite(CompilationUnitSyntax root, LegacyDocument original, IEnumerable<string> needed)
    {
        RewriteContext context = original.Context!;
        CompilationUnitSyntax before = (CompilationUnitSyntax)original.Root;
        HashSet<string> present = new(StringComparer.Ordinal);
        List<UsingDirectiveSyntax> kept = [];
        bool isGlobal = false;
        SyntaxTriviaList first = default;
        for (int i = 0; i < before.Usings.Count && i < root.Usings.Count; i++)
        {
            UsingDirectiveSyntax directive = root.Usings[i];
            if (IsLegacy(context, before.Usings[i], root) || IsOutOfUse(context, before.Usings[i], root))
            {
                isGlobal |= directive.GlobalKeyword.RawKind != 0;
                if (i == 0) first = directive.GetLeadingTrivia();
                continue;
            }

            if (directive.Alias is null && directive.StaticKeyword.RawKind == 0) present.Add(directive.Name!.Text());
            kept.Add(directive);
        }

        List<string> added = [.. needed.Where(name => !present.Contains(name) && !IsInside(root, name)).OrderBy(name => name, StringComparer.Ordinal)];
        string newLine = Code.NewLine(before);
        foreach (string name in added)
        {
            UsingDirectiveSyntax directive = SyntaxFactory.ParseCompilationUnit(
                (isGlobal ? "global " : "") + "using " + name + ";" + newLine).Usings[0];
            kept.Insert(PlaceOf(name, kept), directive);
        }

        if (kept.Count > 0 && first.Count > 0)
        {
            kept[0] = kept[0].WithLeadingTrivia(first.AddRange(kept[0].GetLeadingTrivia()));
        }
        else if (first.Count > 0)
        {
            root = root.WithLeadingTrivia(first.AddRange(root.GetLeadingTrivia()));
        }

        bool wasEmpty = root.Usings.Count == 0 && kept.Count > 0;
        SyntaxTriviaList header = wasEmpty ? root.GetLeadingTrivia() : default;
        if (wasEmpty)
        {
            root = root.WithLeadingTrivia(SyntaxFactory.EndOfLine(newLine));
            kept[0] = kept[0].WithLeadingTrivia(header);
        }

        return root.WithUsings(SyntaxFactory.List(kept));
    }

    /// <summary>Before the first that follows it in the usual order: System first, then by name.</summary>
    private static int PlaceOf(string name, List<UsingDirectiveSyntax> directives)
    {
        for (int i = 0; i < directives.Count; i++)
        {
            if (directives[i].Alias is not null || directives[i].StaticKeyword.RawKind != 0
                || string.CompareOrdinal(Key(directives[i].Name!.Text()), Key(name)) > 0)
                return i;
        }

        return directives.Count;

        static string Key(string text) => text == "System" || text.StartsWith("System.", StringComparison.Ordinal) ? "!" + text : text;
    }

    /// <summary>True for the namespace of the answers and pages of legacy calls, once nothing of it is named any more.</summary>
    private static bool IsOutOfUse(RewriteContext context, UsingDirectiveSyntax directive, CompilationUnitSyntax root)
    {
        if (directive.GlobalKeyword.RawKind != 0 || directive.Alias is not null || directive.Name?.Text() != "Azure"
            || context.SymbolOf(directive.Name) is not INamespaceSymbol azure)
            return false;

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (INamedTypeSymbol type in azure.GetTypeMembers())
        {
            names.Add(type.Name);
            if (type.IsStatic) names.UnionWith(type.GetMembers().Select(member => member.Name));
        }

        return !root.DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>()
            .Any(name => names.Contains(name.Identifier.ValueText));
    }

    private static bool IsLegacy(RewriteContext context, UsingDirectiveSyntax directive, CompilationUnitSyntax root) =>
        directive.Name is { } name && context.SymbolOf(name) switch
        {
            INamespaceSymbol space => space.GetTypeMembers().Any(context.Table.IsLegacy) && !NamesOthers(context, space, root),
            INamedTypeSymbol type => context.Table.IsLegacy(type),
            _ => false,
        };

    /// <summary>True when something else of a namespace is still named that has legacy types among others.</summary>
    private static bool NamesOthers(RewriteContext context, INamespaceSymbol space, CompilationUnitSyntax root)
    {
        HashSet<string> others = new(
            space.GetTypeMembers().Where(type => !context.Table.IsLegacy(type)).Select(type => type.Name), StringComparer.Ordinal);
        return others.Count > 0 && root.DescendantNodes(node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>()
            .Any(name => others.Contains(name.Identifier.ValueText));
    }

    /// <summary>Code sees the namespaces that it is inside of.</summary>
    private static bool IsInside(CompilationUnitSyntax root, string name) =>
        root.Members.Count > 0 && root.Members.All(member => member is BaseNamespaceDeclarationSyntax space
            && (space.Name.Text() == name || space.Name.Text().StartsWith(name + ".", StringComparison.Ordinal)));
}
