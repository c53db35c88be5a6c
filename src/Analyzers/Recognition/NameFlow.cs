using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>Follows code whose types are gone, from declarations and calls, by the names of the tables.</summary>
internal sealed class NameFlow
{
    private const int MaxSteps = 24;

    private readonly LegacySdk _sdk;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly int _scope;
    private int _steps;

    public NameFlow(LegacySdk sdk, SemanticModel model, CancellationToken cancellationToken)
    {
        _sdk = sdk;
        _model = model;
        _cancellationToken = cancellationToken;
        _scope = sdk.Scopes.Of(model.SyntaxTree);
    }

    public LegacyType? Resolve(ExpressionSyntax? expression)
    {
        if (expression is null || ++_steps > MaxSteps) return null;

        return FromErrorType(_model.GetTypeInfo(expression, _cancellationToken).Type) ?? expression switch
        {
            AwaitExpressionSyntax wait => Resolve(wait.Expression),
            ParenthesizedExpressionSyntax inner => Resolve(inner.Expression),
            PostfixUnaryExpressionSyntax bang => Resolve(bang.Operand),
            ElementAccessExpressionSyntax element => Resolve(element.Expression),
            BaseObjectCreationExpressionSyntax creation => FromErrorType(_model.GetTypeInfo(creation).ConvertedType),
            InvocationExpressionSyntax call => ResolveCall(call),
            MemberAccessExpressionSyntax access => ResolveMember(access),
            IdentifierNameSyntax name => ResolveName(name),
            _ => null,
        };
    }

    private LegacyType? ResolveCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax access) return null;

        string name = access.Name.Identifier.ValueText;
        if (name is "ConfigureAwait" or "First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "ToList"
            or "ToArray" or "Where" or "OrderBy" or "OrderByDescending" or "Reverse")
            return Resolve(access.Expression);
        return ResultOf(access);
    }

    private LegacyType? ResolveMember(MemberAccessExpressionSyntax access)
    {
        string name = access.Name.Identifier.ValueText;
        if (name is "Value" or "Data" or "Result") return Resolve(access.Expression);
        return ResultOf(access);
    }

    /// <summary>What a member of something unbound gives; calls on a client are known by name alone.</summary>
    private LegacyType? ResultOf(MemberAccessExpressionSyntax access)
    {
        string name = access.Name.Identifier.ValueText;
        LegacyType? receiver = Resolve(access.Expression);
        if (receiver?.Member(name) is null) receiver = UnboundSites.CallByName(_sdk, _model, access, _cancellationToken);
        return receiver?.Member(name) is { Returns: { } returns }
            ? _sdk.FindByName(returns, 1 << (int)receiver.Family)
            : null;
    }

    private LegacyType? ResolveName(IdentifierNameSyntax name)
    {
        ISymbol? symbol = _model.GetSymbolInfo(name, _cancellationToken).Symbol;
        if (symbol is null) return _sdk.FindByName(name.Identifier.ValueText, _scope);
        if (symbol is not (ILocalSymbol or IFieldSymbol or IParameterSymbol or IPropertySymbol)) return null;

        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != _model.SyntaxTree) continue;

            LegacyType? found = reference.GetSyntax(_cancellationToken) switch
            {
                VariableDeclaratorSyntax { Initializer.Value: { } value } => Resolve(value),
                ForEachStatementSyntax loop => Resolve(loop.Expression),
                ParameterSyntax { Type: null } parameter => ResolveLambda(parameter),
                _ => null,
            };
            if (found is not null) return found;
        }

        return null;
    }

    /// <summary>The parameter of a lambda stands for an element of what the query is asked of.</summary>
    private LegacyType? ResolveLambda(ParameterSyntax parameter) =>
        parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>()?.Parent?.Parent?.Parent is InvocationExpressionSyntax
        { Expression: MemberAccessExpressionSyntax access }
            ? Resolve(access.Expression)
            : null;

    /// <summary>A declared type that does not exist any more keeps its name.</summary>
    private LegacyType? FromErrorType(ITypeSymbol? type)
    {
        for (int depth = 0; type is not null && depth < 4; depth++)
        {
            if (type is IErrorTypeSymbol { Name.Length: > 0 } && _sdk.FindByName(type.Name, _scope) is { } found) return found;
            type = type switch
            {
                IArrayTypeSymbol array => array.ElementType,
                INamedTypeSymbol { TypeArguments.Length: 1 } generic => generic.TypeArguments[0],
                _ => null,
            };
        }

        return null;
    }
}
