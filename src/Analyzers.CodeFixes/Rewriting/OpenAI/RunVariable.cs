using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>The local variable that a run is held in, and what its function does with it.</summary>
internal sealed class RunVariable
{
    private readonly List<IdentifierNameSyntax> _uses;

    private RunVariable(ILocalSymbol symbol, List<IdentifierNameSyntax> uses)
    {
        Symbol = symbol;
        _uses = uses;
    }

    public ILocalSymbol Symbol { get; }

    public static RunVariable? Of(RewriteContext context, InvocationExpressionSyntax start)
    {
        SyntaxNode value = start;
        while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax
            or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "ConfigureAwait" }
            || (value.Parent is InvocationExpressionSyntax call && call.Expression == value))
            value = value.Parent;

        ISymbol? symbol = value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } => context.Model.GetDeclaredSymbol(declarator),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                when assignment.Right == value => context.SymbolOf(assignment.Left),
            _ => null,
        };
        if (symbol is not ILocalSymbol local) return null;

        SyntaxNode function = Code.FunctionOf(start);
        List<IdentifierNameSyntax> uses = [];
        foreach (IdentifierNameSyntax name in function.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != local.Name) continue;
            if (!SymbolEqualityComparer.Default.Equals(context.SymbolOf(name), local)) continue;
            if (Code.FunctionOf(name) != function) return null;
            uses.Add(name);
        }

        return new RunVariable(local, uses);
    }

    public bool IsIn(SyntaxNode node) => _uses.Exists(use => node.Span.Contains(use.Span));

    /// <summary>
    /// True when nobody sees the run before the loops have waited for it: neither its status, nor another function that is
    /// given the run or its id.
    /// </summary>
    public bool IsReadOnlyAfter(InvocationExpressionSyntax start, IEnumerable<StatementSyntax> loops)
    {
        List<StatementSyntax> all = [.. loops];
        int first = all.Min(loop => loop.SpanStart);
        foreach (IdentifierNameSyntax use in _uses)
        {
            if (use.SpanStart < start.SpanStart || use.SpanStart > first) continue;
            if (use.FirstAncestorOrSelf<StatementSyntax>() is { } own && own.Span.Contains(start.Span)) continue;
            if (use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" or "ThreadId" or "Value" } access) return false;
            if (access.Name.Identifier.ValueText == "Value"
                && access.Parent is not (MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" or "ThreadId" } or EqualsValueClauseSyntax))
                return false;
        }

        return start.SpanStart < first;
    }
}
