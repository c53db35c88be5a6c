using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>Sites in code that no longer binds because its package was upgraded away or is not there to be loaded.</summary>
internal sealed class UnboundSites
{
    private readonly LegacySdk _sdk;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly int _scope;

    public UnboundSites(LegacySdk sdk, SemanticModel model, CancellationToken cancellationToken)
    {
        _sdk = sdk;
        _model = model;
        _cancellationToken = cancellationToken;
        _scope = sdk.Scopes.Of(model.SyntaxTree);
    }

    public LegacySite? Find(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => OfMember(name, access),
        MemberBindingExpressionSyntax binding => OfBinding(name, binding),
        NameColonSyntax { Parent: ArgumentSyntax argument } => OfArgument(name, argument),
        NameColonSyntax => null,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } =>
            OfInitializer(name, creation),
        QualifiedNameSyntax qualified => OfQualified(name, qualified),
        _ => OfType(name),
    };

    /// <summary>
    /// The client type behind a call that only a legacy client has, when the receiver itself is of no known type
    /// and the file imports the namespace.
    /// </summary>
    public static LegacyType? CallByName(
        LegacySdk sdk, SemanticModel model, MemberAccessExpressionSyntax access, CancellationToken cancellationToken)
    {
        if (access.Parent is not InvocationExpressionSyntax) return null;
        if (model.GetTypeInfo(access.Expression, cancellationToken).Type is { TypeKind: not TypeKind.Error }) return null;

        int scope = sdk.Scopes.Of(model.SyntaxTree);
        string name = access.Name.Identifier.ValueText;
        foreach (LegacyTable table in sdk.Unbound(scope))
        {
            foreach (LegacyType type in table.Types.Values)
            {
                if (type.Role is TypeRole.Client or TypeRole.SubClient && type.Member(name) is not null) return type;
            }
        }

        return null;
    }

    private LegacySite? OfMember(SimpleNameSyntax name, MemberAccessExpressionSyntax access)
    {
        string text = name.Identifier.ValueText;
        LegacyType? type = Flow().Resolve(access.Expression);
        if (type?.Member(text) is { } member) return MemberSites.Of(type, text, member, name, isBound: false);

        type = CallByName(_sdk, _model, access, _cancellationToken);
        if (type?.Member(text) is { } call) return MemberSites.Of(type, text, call, name, isBound: false);

        return LegacySdk.IsFactory(text) && FirstClient() is { } client
            ? new(client, null, ClientEquivalents.Factory, NamePositions.Whole(name), isBound: false)
            : null;
    }

    private LegacySite? OfBinding(SimpleNameSyntax name, MemberBindingExpressionSyntax binding)
    {
        ConditionalAccessExpressionSyntax? conditional = binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>();
        LegacyType? type = conditional is null ? null : Flow().Resolve(conditional.Expression);
        string text = name.Identifier.ValueText;
        return type?.Member(text) is { } member ? MemberSites.Of(type, text, member, name, isBound: false) : null;
    }

    private LegacySite? OfArgument(SimpleNameSyntax name, ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
            return null;

        string method = access.Name.Identifier.ValueText;
        LegacyType? type = Flow().Resolve(access.Expression) ?? CallByName(_sdk, _model, access, _cancellationToken);
        return type?.Member(method) is { } member
            && RunOptionTypes.Parameter(member.Equivalent.Rule, name.Identifier.ValueText) is { } option
            ? new(type, MemberSites.WithoutAsync(method) + "." + name.Identifier.ValueText, option, argument, isBound: false)
            : null;
    }

    private LegacySite? OfInitializer(SimpleNameSyntax name, BaseObjectCreationExpressionSyntax creation)
    {
        LegacyType? type = Flow().Resolve(creation);
        string text = name.Identifier.ValueText;
        return type?.Member(text) is { } member ? MemberSites.Of(type, text, member, name, isBound: false) : null;
    }

    private LegacySite? OfQualified(SimpleNameSyntax name, QualifiedNameSyntax qualified)
    {
        string left = qualified.Left.WithoutTrivia().ToString();
        if (left.StartsWith("global::", StringComparison.Ordinal)) left = left.Substring("global::".Length);
        if (_sdk.FindQualified(left, name.Identifier.ValueText) is { } type)
            return TypeSites.Of(type, name, _model, isBound: false);

        // A constant pattern such as 'is RunStatus.Completed' is read as a qualified name.
        LegacyType? owner = _sdk.FindByName(left, _scope);
        string text = name.Identifier.ValueText;
        return owner?.Member(text) is { } member ? MemberSites.Of(owner, text, member, name, isBound: false) : null;
    }

    private LegacySite? OfType(SimpleNameSyntax name) =>
        NamePositions.IsTypeName(name) && _sdk.FindByName(name.Identifier.ValueText, _scope) is { } type
            ? TypeSites.Of(type, name, _model, isBound: false)
            : null;

    private LegacyType? FirstClient()
    {
        foreach (LegacyTable table in _sdk.Unbound(_scope)) return table.Types[table.Client];
        return null;
    }

    private NameFlow Flow() => new(_sdk, _model, _cancellationToken);
}
