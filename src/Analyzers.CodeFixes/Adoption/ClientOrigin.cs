using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>Follows a client that another client is taken from back to where it is constructed.</summary>
internal static class ClientOrigin
{
    /// <summary>The expression that a factory call stands on; null when it stands on the object itself.</summary>
    public static ExpressionSyntax? Receiver(LegacySite factory) => (factory.Node as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax => factory.Node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
        _ => null,
    };

    /// <summary>The construction behind an expression, within the file.</summary>
    public static BaseObjectCreationExpressionSyntax? Of(
        ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (expression is ParenthesizedExpressionSyntax inner) return Of(inner.Expression, model, cancellationToken);
        if (expression is BaseObjectCreationExpressionSyntax creation) return creation;
        ISymbol? symbol = model.GetSymbolInfo(expression, cancellationToken).Symbol;
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol)) return null;

        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree != model.SyntaxTree) continue;

            ExpressionSyntax? value = reference.GetSyntax(cancellationToken) switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (value is BaseObjectCreationExpressionSyntax initial) return initial;
        }

        return root.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Right is BaseObjectCreationExpressionSyntax
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol, symbol))
            .Select(assignment => (BaseObjectCreationExpressionSyntax)assignment.Right)
            .FirstOrDefault();
    }

    /// <summary>All constructions of a type in a file.</summary>
    public static IEnumerable<BaseObjectCreationExpressionSyntax> All(
        INamedTypeSymbol type, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(creation => MayBe(creation, type.Name)
                && model.GetTypeInfo(creation, cancellationToken).Type is { } created
                && created.Name == type.Name
                && created.ContainingNamespace.ToDisplayString() == type.ContainingNamespace.ToDisplayString());

    private static bool MayBe(BaseObjectCreationExpressionSyntax creation, string name) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax simple } => simple.Identifier.ValueText == name,
        ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax qualified } => qualified.Right.Identifier.ValueText == name,
        _ => true,
    };
}
