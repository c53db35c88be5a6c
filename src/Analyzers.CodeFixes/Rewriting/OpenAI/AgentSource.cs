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
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

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
            case ElementAccessExpressionSyntax element:
                return IsStored(element.Expression, depth);
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
        if (Holder(symbol) is { } holder) return IsStored(holder, depth);
        if (Positional(symbol) is { } parameter && IsKnown(parameter, depth)) return true;

        return Mentioning(symbol).Any(node => ValueFor(node, symbol) is { } value && IsKnown(value, depth));
    }

    /// <summary>What the code says wherever a symbol can be given a value: its function, or every file that has its name.</summary>
    private IEnumerable<SyntaxNode> Mentioning(ISymbol symbol)
    {
        string name = symbol is IParameterSymbol
            ? symbol.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.ContainingSymbol.Name
            : symbol.Name;
        ISymbol owner = symbol is IParameterSymbol ? symbol.ContainingSymbol : symbol;
        IEnumerable<SyntaxTree> trees = symbol is ILocalSymbol || owner is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }
            ? symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree)
            : owner.DeclaredAccessibility == Accessibility.Private
            ? owner.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Distinct()
            : _context.Model.Compilation.SyntaxTrees.Where(tree => tree.GetText(_context.CancellationToken).ToString().Contains(name));
        return trees.SelectMany(tree => tree.GetRoot(_context.CancellationToken).DescendantNodes());
    }

    /// <summary>The collection that <c>TryGetValue(key, out id)</c> takes a variable from.</summary>
    private static ExpressionSyntax? Holder(ISymbol symbol) => symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
        && references[0].GetSyntax() is SingleVariableDesignationSyntax
        {
            Parent: DeclarationExpressionSyntax
            {
                Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } },
            },
        }
            ? access.Expression
            : null;

    /// <summary>The parameter that a property of a record is declared by.</summary>
    private ISymbol? Positional(ISymbol symbol) => symbol is IPropertySymbol { DeclaringSyntaxReferences: { Length: 1 } references }
        && references[0].GetSyntax(_context.CancellationToken) is ParameterSyntax parameter
            ? ModelOf(parameter).GetDeclaredSymbol(parameter, _context.CancellationToken)
            : null;

    /// <summary>True when some element that is put into a collection is taken from an agent.</summary>
    private bool IsStored(ExpressionSyntax collection, int depth)
    {
        if (depth >= MaxDepth || SymbolOf(collection) is not { } symbol || !_asked.Add(symbol)) return false;

        return Mentioning(symbol).Any(node => node switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } assignment =>
                Names(element.Expression, symbol) && Is(SymbolOf(element.Expression), symbol) && IsKnown(assignment.Right, depth + 1),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call =>
                Names(access.Expression, symbol) && Is(SymbolOf(access.Expression), symbol)
                && call.ArgumentList.Arguments.Any(argument => IsKnown(argument.Expression, depth + 1)),
            _ => false,
        });
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
        if (argument.Parent?.Parent is not { } call || !MayCall(call, parameter) || SymbolOf(call) is not IMethodSymbol method
            || !Is(method, parameter.ContainingSymbol))
            return false;

        return argument.NameColon is { } named
            ? named.Name.Identifier.ValueText == parameter.Name
            : ((BaseArgumentListSyntax)argument.Parent).Arguments.IndexOf(argument) == parameter.Ordinal;
    }

    /// <summary>By the names alone, before anything is bound.</summary>
    private static bool MayCall(SyntaxNode call, IParameterSymbol parameter) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } =>
            access.Name.Identifier.ValueText == parameter.ContainingSymbol.Name,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } =>
            name.Identifier.ValueText == parameter.ContainingSymbol.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } =>
            binding.Name.Identifier.ValueText == parameter.ContainingSymbol.Name,
        InvocationExpressionSyntax => false,
        _ => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor },
    };

    private ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node).GetSymbolInfo(node, _context.CancellationToken).Symbol;

    private SemanticModel ModelOf(SyntaxNode node)
    {
        if (node.SyntaxTree == _context.Model.SyntaxTree) return _context.Model;
        if (!_models.TryGetValue(node.SyntaxTree, out SemanticModel? model))
            _models.Add(node.SyntaxTree, model = _context.Model.Compilation.GetSemanticModel(node.SyntaxTree));
        return model;
    }

    private static bool Is(ISymbol? found, ISymbol? symbol) =>
        SymbolEqualityComparer.Default.Equals(found?.OriginalDefinition, symbol?.OriginalDefinition);
}
