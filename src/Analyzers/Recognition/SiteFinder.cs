using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>Tells for a name in the code whether it is a legacy site. Analyzers, fixes and the scan all ask here.</summary>
public sealed class SiteFinder
{
    private readonly LegacySdk _sdk;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;

    public SiteFinder(LegacySdk sdk, SemanticModel model, CancellationToken cancellationToken)
    {
        _sdk = sdk;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    public LegacySite? Find(SimpleNameSyntax name)
    {
        if (!_sdk.MayBeLegacy(name.Identifier.ValueText)) return null;
        if (!NamePositions.CanBeSite(name, _sdk.Scopes.HasStaticImports)) return null;

        SymbolInfo info = _model.GetSymbolInfo(name, _cancellationToken);
        ISymbol? symbol = info.Symbol ?? (info.CandidateSymbols.IsEmpty ? null : info.CandidateSymbols[0]);
        return symbol switch
        {
            null => _sdk.HasUnbound ? new UnboundSites(_sdk, _model, _cancellationToken).Find(name) : null,
            IMethodSymbol method => OfMethod(method, name),
            IPropertySymbol or IFieldSymbol => OfMember(symbol, name),
            IParameterSymbol parameter => OfArgument(parameter, name),
            INamedTypeSymbol type => OfType(type, name),
            _ => null,
        };
    }

    public LegacySite? Find(ImplicitObjectCreationExpressionSyntax creation)
    {
        ITypeSymbol? symbol = _model.GetTypeInfo(creation, _cancellationToken).Type;
        if (symbol is IErrorTypeSymbol && _sdk.HasUnbound)
        {
            return _sdk.FindByName(symbol.Name, _sdk.Scopes.Of(_model.SyntaxTree)) is { } byName
                ? TypeSites.OfCreation(byName, creation, _model, isBound: false)
                : null;
        }

        return _sdk.Find(symbol) is { } type ? TypeSites.OfCreation(type, creation, _model, isBound: true) : null;
    }

    /// <summary>The legacy type of an expression, shells and collections taken off.</summary>
    public LegacyType? TypeOf(ExpressionSyntax expression) =>
        _sdk.FindWithin(_model.GetTypeInfo(expression, _cancellationToken).Type)
            ?? (_sdk.HasUnbound ? new NameFlow(_sdk, _model, _cancellationToken).Resolve(expression) : null);

    private LegacySite? OfMethod(IMethodSymbol method, SimpleNameSyntax name)
    {
        IMethodSymbol? declared = method.ReducedFrom ?? method;
        for (; declared is not null; declared = declared.OverriddenMethod)
        {
            if (_sdk.Find(declared.ContainingType) is not { } type) continue;
            if (type.Member(declared.Name) is { } member) return OfMember(type, declared.Name, member, name);
        }

        string text = method.Name;
        if (LegacySdk.IsFactory(text) && _sdk.Find(method.ReturnType) is { Role: TypeRole.Client } client)
            return new(client, null, ClientEquivalents.Factory, NamePositions.Whole(name), isBound: true);
        if (LegacySdk.IsChatAdapter(text) && method.ReducedFrom is { } extension
            && _sdk.Find(extension.Parameters[0].Type) is { Role: TypeRole.Client } wrapped)
            return new(wrapped, text, ClientEquivalents.ChatClient, NamePositions.Whole(name), isBound: true);
        return null;
    }

    private LegacySite? OfMember(ISymbol symbol, SimpleNameSyntax name) =>
        _sdk.Find(symbol.ContainingType) is { } type && type.Member(symbol.Name) is { } member
            ? OfMember(type, symbol.Name, member, name)
            : null;

    private LegacySite? OfMember(LegacyType type, string memberName, LegacyMember member, SimpleNameSyntax name)
    {
        if (type.Role == TypeRole.Companion && !ImportsLegacy(type)) return null;

        return MemberSites.Of(type, memberName, member, name, isBound: true);
    }

    private LegacySite? OfArgument(IParameterSymbol parameter, SimpleNameSyntax name)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method
            || name.Parent is not NameColonSyntax { Parent: ArgumentSyntax argument })
            return null;

        return _sdk.Find(method.ContainingType) is { } type
            && type.Member(method.Name) is { } member
            && RunOptionTypes.Parameter(member.Equivalent.Rule, parameter.Name) is { } option
            ? new(type, MemberSites.WithoutAsync(method.Name) + "." + parameter.Name, option, argument, isBound: true)
            : null;
    }

    private LegacySite? OfType(INamedTypeSymbol symbol, SimpleNameSyntax name)
    {
        if (_sdk.Find(symbol) is { } type) return TypeSites.Of(type, name, _model, isBound: true);

        // The one type of a family that its successor still has: stale code constructs it from text.
        return symbol.Name == "AIProjectClient" && _sdk.HasUnbound && _sdk.FindByName(symbol.Name) is { } stale
            && Namespaces.Is(symbol.ContainingNamespace, stale.Namespace)
            ? TypeSites.Of(stale, name, _model, isBound: false)
            : null;
    }

    private bool ImportsLegacy(LegacyType type) =>
        (_sdk.Scopes.Of(_model.SyntaxTree) & (1 << (int)type.Family)) != 0;
}
