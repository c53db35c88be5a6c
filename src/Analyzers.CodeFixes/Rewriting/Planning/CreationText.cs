using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>The arguments of a construction after what is within them was rewritten, by the names of their parameters.</summary>
internal sealed class CreationText
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public CreationText(IMethodSymbol constructor, SyntaxNode visited)
    {
        BaseObjectCreationExpressionSyntax creation = (BaseObjectCreationExpressionSyntax)visited;
        New = creation is ObjectCreationExpressionSyntax ? null : "new";
        SeparatedSyntaxList<ArgumentSyntax> given = creation.ArgumentList?.Arguments ?? default;
        for (int i = 0; i < given.Count; i++)
        {
            string name = given[i].NameColon?.Name.Identifier.ValueText ?? constructor.Parameters[i].Name;
            if (given[i].Expression.Text() is not ("null" or "default")) _values[name] = given[i].Expression.Text();
        }
    }

    /// <summary>Null for what is not given.</summary>
    public string? this[string parameter] => _values.TryGetValue(parameter, out string? value) ? value : null;

    /// <summary>The target says the type of what is made without one.</summary>
    private string? New { get; }

    public string Of(string type) => New ?? "new " + type;
}
