using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>A call of a legacy method, with its arguments by the names of their parameters.</summary>
internal sealed class CallSite
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    public CallSite(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        Invocation = invocation;
        Method = method;
        Name = method.Name.EndsWith("Async", StringComparison.Ordinal)
            ? method.Name.Substring(0, method.Name.Length - "Async".Length)
            : method.Name;
        SeparatedSyntaxList<ArgumentSyntax> arguments = invocation.ArgumentList.Arguments;
        for (int i = 0; i < arguments.Count; i++)
        {
            string? name = arguments[i].NameColon?.Name.Identifier.ValueText
                ?? (i < method.Parameters.Length ? method.Parameters[i].Name : null);
            if (name is not null) _positions[name] = i;
        }
    }

    public InvocationExpressionSyntax Invocation { get; }

    public IMethodSymbol Method { get; }

    /// <summary>Without its Async suffix.</summary>
    public string Name { get; }

    public bool IsAsync => Name.Length != Method.Name.Length;

    public ExpressionSyntax? this[string parameter] => _positions.TryGetValue(parameter, out int position)
        ? Invocation.ArgumentList.Arguments[position].Expression
        : null;

    /// <summary>The argument for a parameter of a type, whatever its name is.</summary>
    public ExpressionSyntax? OfType(string type) =>
        Method.Parameters.FirstOrDefault(parameter => parameter.Type.Name == type) is { } found ? this[found.Name] : null;

    public CallText In(SyntaxNode visited) => new((InvocationExpressionSyntax)visited, _positions, IsAsync);
}
