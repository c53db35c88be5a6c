using AgentsMigration.Analyzers.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>Which files import which legacy namespaces, and the names of aliases of legacy types.</summary>
internal sealed class UsingScopes
{
    private readonly Dictionary<SyntaxTree, int> _families = [];
    private int _everywhere;

    private UsingScopes()
    {
    }

    /// <summary>Names that stand for legacy types or namespaces, in any file.</summary>
    public HashSet<string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>All families that some file imports, as bits.</summary>
    public int Any { get; private set; }

    /// <summary>True when some file imports the static members of a legacy type.</summary>
    public bool HasStaticImports { get; private set; }

    public int Of(SyntaxTree tree) => _everywhere | (_families.TryGetValue(tree, out int families) ? families : 0);

    public static UsingScopes Read(Compilation compilation, CancellationToken cancellationToken)
    {
        UsingScopes scopes = new();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot(cancellationToken) is not CompilationUnitSyntax root) continue;

            int families = scopes.Read(root.Usings);
            foreach (MemberDeclarationSyntax member in root.Members)
            {
                if (member is BaseNamespaceDeclarationSyntax space) families |= scopes.Read(space.Usings);
            }

            if (families == 0) continue;
            scopes._families[tree] = families;
            scopes.Any |= families;
        }

        scopes.Any |= scopes._everywhere;
        return scopes;
    }

    private int Read(SyntaxList<UsingDirectiveSyntax> directives)
    {
        int families = 0;
        foreach (UsingDirectiveSyntax directive in directives)
        {
            if (directive.Name is not QualifiedNameSyntax name) continue;

            int family = FamilyOf(name, directive.StaticKeyword.RawKind != 0 || directive.Alias is not null);
            if (family < 0) continue;

            if (directive.Alias is { } alias) Aliases.Add(alias.Name.Identifier.ValueText);
            if (directive.StaticKeyword.RawKind != 0) HasStaticImports = true;
            if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)) _everywhere |= 1 << family;
            families |= 1 << family;
        }

        return families;
    }

    /// <summary>The family of a namespace or, for aliases and static imports, of a type; -1 for none.</summary>
    private static int FamilyOf(QualifiedNameSyntax name, bool mayBeType)
    {
        foreach (LegacyTable table in LegacyTable.All)
        {
            if (IsNamespace(name, table.Namespace)
                || (mayBeType && name.Left is QualifiedNameSyntax left && IsNamespace(left, table.Namespace)))
                return (int)table.Family;
        }

        return -1;
    }

    private static bool IsNamespace(QualifiedNameSyntax name, string @namespace)
    {
        // Most directives end otherwise; no text is built for them.
        string last = name.Right.Identifier.ValueText;
        if (!@namespace.EndsWith(last, StringComparison.Ordinal)) return false;

        string text = name.WithoutTrivia().ToString();
        return text == @namespace
            || (text.StartsWith("global::", StringComparison.Ordinal) && text.Substring("global::".Length) == @namespace);
    }
}
