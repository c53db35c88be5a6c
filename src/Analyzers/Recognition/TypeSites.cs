using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>Sites that are a use of a type: created, in a signature, asked for in a pattern.</summary>
internal static class TypeSites
{
    public static LegacySite? Of(LegacyType type, SimpleNameSyntax name, SemanticModel model, bool isBound)
    {
        SyntaxNode whole = Climb(name, out TypeArgumentListSyntax? arguments);
        if (arguments is null && whole.Parent is ObjectCreationExpressionSyntax creation && creation.Type == whole)
            return OfCreation(type, creation, model, isBound);
        if (type.Role is TypeRole.Companion or TypeRole.ConnectionString) return null;

        Equivalent? equivalent = arguments is { Parent: GenericNameSyntax { Parent: not TypeSyntax } generic }
            && IsCall(generic)
            ? OfTypeArgument(type)
            : OfPosition(type, whole);
        return equivalent is null ? null : new(type, null, equivalent, Site(whole, name, equivalent), isBound);
    }

    public static LegacySite? OfCreation(
        LegacyType type, BaseObjectCreationExpressionSyntax creation, SemanticModel model, bool isBound) => type.Role switch
        {
            TypeRole.Client or TypeRole.Options or TypeRole.Piece => new(type, null, type.Equivalent, creation, isBound),
            TypeRole.ConnectionString when TakesText(creation, model) =>
                new(type, null, type.Equivalent, creation, isBound),
            _ => null,
        };

    /// <summary>The whole type as it is written; the type arguments it stands in, if any.</summary>
    private static SyntaxNode Climb(SimpleNameSyntax name, out TypeArgumentListSyntax? arguments)
    {
        arguments = null;
        SyntaxNode node = name;
        while (true)
        {
            switch (node.Parent)
            {
                case TypeArgumentListSyntax list:
                    arguments = list;
                    node = list.Parent!;
                    if (!IsType(node)) return node;
                    continue;
                case TypeSyntax type and not OmittedTypeArgumentSyntax:
                    node = type;
                    continue;
                case TupleElementSyntax element:
                    node = element;
                    continue;
                default:
                    return node;
            }
        }
    }

    private static bool IsType(SyntaxNode node) => node.Parent is not MemberAccessExpressionSyntax
        and not MemberBindingExpressionSyntax and not InvocationExpressionSyntax;

    private static bool IsCall(SyntaxNode node) =>
        node.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or InvocationExpressionSyntax;

    private static Equivalent OfTypeArgument(LegacyType type) => type.Role switch
    {
        TypeRole.Client or TypeRole.SubClient => ClientEquivalents.Registration,
        TypeRole.Model => ClientEquivalents.Signature,
        _ => type.Equivalent,
    };

    private static Equivalent? OfPosition(LegacyType type, SyntaxNode node) => node.Parent switch
    {
        ParameterSyntax or BaseTypeSyntax or TypeConstraintSyntax or DelegateDeclarationSyntax => InSignature(type),
        BasePropertyDeclarationSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax => InSignature(type),
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => InSignature(type),
        VariableDeclarationSyntax { Parent: BaseFieldDeclarationSyntax } => InSignature(type),
        TypeOfExpressionSyntax { Parent: ArgumentSyntax } => OfTypeArgument(type),
        TypeOfExpressionSyntax => InSignature(type),
        CastExpressionSyntax or BinaryExpressionSyntax or PatternSyntax or CaseSwitchLabelSyntax => type.Role switch
        {
            TypeRole.Client or TypeRole.SubClient => ClientEquivalents.Held,
            _ => type.Equivalent,
        },
        _ => null,
    };

    private static Equivalent InSignature(LegacyType type) =>
        type.Role is TypeRole.Client or TypeRole.SubClient ? ClientEquivalents.Held : ClientEquivalents.Signature;

    private static SyntaxNode Site(SyntaxNode whole, SimpleNameSyntax name, Equivalent equivalent)
    {
        if (ReferenceEquals(equivalent, ClientEquivalents.Registration))
            return whole.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? whole;
        return whole is TypeSyntax ? whole : name;
    }

    private static bool TakesText(BaseObjectCreationExpressionSyntax creation, SemanticModel model) =>
        creation.ArgumentList is { Arguments: { Count: > 0 } arguments }
        && model.GetTypeInfo(arguments[0].Expression).Type?.SpecialType == SpecialType.System_String;
}
