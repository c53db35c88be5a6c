using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>Using directives put in where they belong by name, and only where they are missing.</summary>
internal static class UsingDirectives
{
    public const string Adapter = "AgentsMigration.Adapter";

    private static readonly ConditionalWeakTable<Compilation, string[]> GlobalsOf = new();

    public static IEnumerable<TextChange> Missing(
        CompilationUnitSyntax root, SourceText text, Compilation compilation, IEnumerable<string> namespaces)
    {
        HashSet<string> known = new(Globals(compilation).Concat(Names(root.Usings)), StringComparer.Ordinal);
        List<UsingDirectiveSyntax> listed = [.. root.Usings.Where(IsPlain)];
        foreach (BaseNamespaceDeclarationSyntax space in root.Members.OfType<BaseNamespaceDeclarationSyntax>())
        {
            known.UnionWith(Names(space.Usings));
            if (listed.Count == 0) listed.AddRange(space.Usings.Where(IsPlain));
        }

        string newLine = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
        string[] missing =
        [
            .. namespaces.Where(name => !known.Contains(name) && !IsEnclosing(root, name))
                .OrderBy(name => IsSystem(name) ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal),
        ];
        foreach (string name in missing)
        {
            UsingDirectiveSyntax? before = listed.LastOrDefault(directive => Compare(directive.Name.ToString(), name) < 0);
            UsingDirectiveSyntax? beside = before ?? listed.FirstOrDefault();
            string indent = beside is null ? "" : Indent(text, beside.SpanStart);
            if (before is not null)
                yield return new(new TextSpan(text.Lines.GetLineFromPosition(before.Span.End).End, 0), $"{newLine}{indent}using {name};");
            else if (beside is not null)
                yield return new(new TextSpan(text.Lines.GetLineFromPosition(beside.SpanStart).Start, 0), $"{indent}using {name};{newLine}");
            else
                yield return new(new TextSpan(First(root), 0), $"using {name};{newLine}{(name == missing.Last() ? newLine : "")}");
        }
    }

    /// <summary>System first, the rest by name.</summary>
    private static int Compare(string left, string right)
    {
        bool isLeftSystem = IsSystem(left);
        return isLeftSystem == IsSystem(right) ? string.CompareOrdinal(left, right) : isLeftSystem ? -1 : 1;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static int First(CompilationUnitSyntax root)
    {
        if (root.Usings.Count > 0) return root.Usings.Last().FullSpan.End;
        SyntaxToken first = root.GetFirstToken(includeZeroWidth: true);
        // Directives such as #nullable and a file header stay above.
        return root.Externs.Count > 0 ? root.Externs.Last().FullSpan.End : first.SpanStart;
    }

    private static string[] Globals(Compilation compilation) =>
        GlobalsOf.GetValue(compilation, static known => ReadGlobals(known).ToArray());

    private static IEnumerable<string> ReadGlobals(Compilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => (tree.GetRoot() as CompilationUnitSyntax)?.Usings ?? default)
        .Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && directive.Alias is null)
        .Select(directive => Plain(directive.Name));

    private static IEnumerable<string> Names(SyntaxList<UsingDirectiveSyntax> directives) =>
        directives.Where(IsPlain).Select(directive => Plain(directive.Name));

    private static string Plain(NameSyntax name)
    {
        string text = name.ToString();
        return text.StartsWith("global::", StringComparison.Ordinal) ? text.Substring("global::".Length) : text;
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None);

    private static bool IsEnclosing(CompilationUnitSyntax root, string name) => root.Members
        .OfType<BaseNamespaceDeclarationSyntax>()
        .Any(space => space.Name.ToString() is var own && (own == name || own.StartsWith(name + ".", StringComparison.Ordinal)));

    private static string Indent(SourceText text, int position)
    {
        TextLine line = text.Lines.GetLineFromPosition(position);
        return text.ToString(TextSpan.FromBounds(line.Start, position)) is var before && string.IsNullOrWhiteSpace(before) ? before : "";
    }
}
