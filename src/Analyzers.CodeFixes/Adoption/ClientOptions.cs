using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>The options that a client's constructor takes, and what the code says of them already.</summary>
internal static class ClientOptions
{
    public const string Adopted = "UseAgentsV2";

    public static bool Is(IParameterSymbol parameter)
    {
        for (ITypeSymbol? type = parameter.Type; type is not null; type = type.BaseType)
        {
            if (type.Name is "ClientPipelineOptions" or "ClientOptions"
                && type.ContainingNamespace.ToDisplayString() is "System.ClientModel.Primitives" or "Azure.Core")
                return true;
        }

        return false;
    }

    /// <summary>The constructor that takes what this one takes, and options at the end.</summary>
    public static IMethodSymbol? WithOptions(IMethodSymbol constructor)
    {
        foreach (IMethodSymbol other in constructor.ContainingType.InstanceConstructors)
        {
            if (other.DeclaredAccessibility != Accessibility.Public
                || other.Parameters.Length != constructor.Parameters.Length + 1
                || !Is(other.Parameters[other.Parameters.Length - 1]))
                continue;

            bool isSame = true;
            for (int index = 0; index < constructor.Parameters.Length && isSame; index++)
                isSame = Takes(other.Parameters[index].Type, constructor.Parameters[index].Type);
            if (isSame) return other;
        }

        return null;
    }

    /// <summary>A key as text goes into a credential.</summary>
    private static bool Takes(ITypeSymbol parameter, ITypeSymbol given) =>
        SymbolEqualityComparer.Default.Equals(parameter, given)
        || (given.SpecialType == SpecialType.System_String && parameter.Name == "ApiKeyCredential");

    public static OptionsState StateOf(ExpressionSyntax options, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Judge(options) is { } direct and not OptionsState.Plain) return direct;

        ISymbol? symbol = model.GetSymbolInfo(options, cancellationToken).Symbol;
        if (symbol is null) return OptionsState.Plain;

        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellationToken);
            if (symbol is IMethodSymbol or IPropertySymbol && Judge(declaration) is { } inside and not OptionsState.Plain)
                return inside;
            if (symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)) continue;

            SyntaxNode scope = declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>()
                ?? declaration.SyntaxTree.GetRoot(cancellationToken);
            if (OfName(scope, symbol.Name) is { } known and not OptionsState.Plain) return known;
        }

        return OptionsState.Plain;
    }

    private static OptionsState Judge(SyntaxNode node)
    {
        foreach (SyntaxNode inner in node.DescendantNodesAndSelf())
        {
            switch (inner)
            {
                case SimpleNameSyntax { Identifier.ValueText: Adopted }:
                    return OptionsState.Adopted;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Transport" } }:
                    return OptionsState.HasTransport;
            }
        }

        return OptionsState.Plain;
    }

    /// <summary>What is done with options that have a name: options.UseAgentsV2(…), options.Transport = ….</summary>
    private static OptionsState OfName(SyntaxNode scope, string name)
    {
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Adopted } call && Names(call.Expression, name))
                return OptionsState.Adopted;
            if (node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Transport" } target }
                && Names(target.Expression, name))
                return OptionsState.HasTransport;
            if (node is VariableDeclaratorSyntax { Initializer: { } initializer } variable && variable.Identifier.ValueText == name
                && Judge(initializer) is { } state and not OptionsState.Plain)
                return state;
            if (node is AssignmentExpressionSyntax assignment && Names(assignment.Left, name)
                && Judge(assignment.Right) is { } assigned and not OptionsState.Plain)
                return assigned;
        }

        return OptionsState.Plain;
    }

    private static bool Names(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText == name,
        _ => false,
    };
}
