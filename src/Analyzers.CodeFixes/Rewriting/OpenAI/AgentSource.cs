using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Where the id of an agent comes from: code that makes the agent, or elsewhere, where only a person can look.</summary>
internal sealed class AgentSource
{
    private const int MaxDepth = 5;

    private readonly RewriteContext _context;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    private AgentSource(RewriteContext context) => _context = context;

    /// <summary>The definition behind an id, as text: the variable itself where the id is taken from it.</summary>
    public static string Definition(ExpressionSyntax visitedId, bool isOwnId) =>
        isOwnId && Code.WithoutParentheses(visitedId) is MemberAccessExpressionSyntax access
            ? access.Expression.AsReceiver()
            : $"AgentDefinition.Get({visitedId.Text()})";

    /// <summary>True for <c>assistant.Id</c>.</summary>
    public static bool IsOwnId(RewriteContext context, ExpressionSyntax? id) =>
        id is not null && Code.WithoutParentheses(id) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" } access
        && context.LegacyTypeOf(access.Expression) == context.Table.Agent;

    public static void Check(RewriteContext context, ExpressionSyntax? id)
    {
        if (id is null || new AgentSource(context).IsKnown(id, depth: 0)) return;
        context.Leave(id, context.Table.UnknownAgent);
    }

    private bool IsKnown(ExpressionSyntax id, int depth)
    {
        switch (Code.WithoutParentheses(id))
        {
            case LiteralExpressionSyntax:
                return false;
            case PostfixUnaryExpressionSyntax bang:
                return IsKnown(bang.Operand, depth);
            case AwaitExpressionSyntax wait:
                return IsKnown(wait.Expression, depth);
            case AssignmentExpressionSyntax assignment:
                return IsKnown(assignment.Right, depth);
            case BinaryExpressionSyntax either:
                return IsKnown(either.Left, depth) || IsKnown(either.Right, depth);
            case ConditionalExpressionSyntax either:
                return IsKnown(either.WhenTrue, depth) || IsKnown(either.WhenFalse, depth);
            case ConditionalAccessExpressionSyntax maybe:
                return IsOwner(maybe.Expression);
            case MemberAccessExpressionSyntax access when IsOwner(access.Expression):
                return true;
            default:
                ExpressionSyntax other = Code.WithoutParentheses(id);
                return depth < MaxDepth && SymbolOf(other) is { } symbol && _asked.Add(symbol) && IsKnown(symbol, depth + 1);
        }
    }

    private bool IsOwner(ExpressionSyntax expression) =>
        _context.LegacyName(ModelOf(expression).GetTypeInfo(expression).Type) is { } type
        && (type == _context.Table.Agent || type is "ThreadRun" or "ThreadMessage" or "PersistentThreadMessage");

    /// <summary>True when some value that a variable or method can have is taken from an agent.</summary>
    private bool IsKnown(ISymbol symbol, int depth)
    {
        if (symbol is IMethodSymbol method)
            return method.DeclaringSyntaxReferences.Any(reference => Returned(reference.GetSyntax()).Any(value => IsKnown(value, depth)));
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IParameterSymbol)) return false;

        HashSet<SyntaxTree> trees = [_context.Model.SyntaxTree, .. symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree)];
        foreach (SyntaxNode node in trees.SelectMany(tree => tree.GetRoot(_context.CancellationToken).DescendantNodes()))
        {
            if (ValueFor(node, symbol) is { } value && IsKnown(value, depth)) return true;
        }

        return false;
    }

    private static IEnumerable<ExpressionSyntax> Returned(SyntaxNode method)
    {
        foreach (SyntaxNode node in Code.OwnNodes(method))
        {
            if (node is ReturnStatementSyntax { Expression: { } value }) yield return value;
            if (node is ArrowExpressionClauseSyntax arrow && arrow.Parent == method) yield return arrow.Expression;
        }
    }

    private ExpressionSyntax? ValueFor(SyntaxNode node, ISymbol symbol) => node switch
    {
        AssignmentExpressionSyntax assignment when Names(assignment.Left, symbol) && Is(SymbolOf(assignment.Left), symbol) =>
            assignment.Right,
        VariableDeclaratorSyntax { Initializer: { } given } variable when variable.Identifier.ValueText == symbol.Name
            && Is(ModelOf(node).GetDeclaredSymbol(node), symbol) => given.Value,
        PropertyDeclarationSyntax property when property.Identifier.ValueText == symbol.Name
            && Is(ModelOf(node).GetDeclaredSymbol(node), symbol) =>
            property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        ArgumentSyntax argument when symbol is IParameterSymbol parameter && IsFor(argument, parameter) => argument.Expression,
        _ => null,
    };

    private static bool Names(ExpressionSyntax left, ISymbol symbol) => left switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == symbol.Name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == symbol.Name,
        _ => false,
    };

    private bool IsFor(ArgumentSyntax argument, IParameterSymbol parameter)
    {
        if (argument.Parent?.Parent is not { } call || SymbolOf(call) is not IMethodSymbol method
            || !Is(method, parameter.ContainingSymbol))
            return false;

        return argument.NameColon is { } named
            ? named.Name.Identifier.ValueText == parameter.Name
            : ((BaseArgumentListSyntax)argument.Parent).Arguments.IndexOf(argument) == parameter.Ordinal;
    }

    private ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node).GetSymbolInfo(node, _context.CancellationToken).Symbol;

    private SemanticModel ModelOf(SyntaxNode node) => node.SyntaxTree == _context.Model.SyntaxTree
        ? _context.Model
        : _context.Model.Compilation.GetSemanticModel(node.SyntaxTree);

    private static bool Is(ISymbol? found, ISymbol? symbol) =>
        SymbolEqualityComparer.Default.Equals(found?.OriginalDefinition, symbol?.OriginalDefinition);
}
