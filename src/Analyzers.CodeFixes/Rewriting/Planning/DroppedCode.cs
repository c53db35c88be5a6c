using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>Code that the new call has no place for: nothing within it stands in the way, nor what was only made for it.</summary>
internal static class DroppedCode
{
    public static void Remove(RewriteContext context, ExpressionSyntax expression)
    {
        context.Plan.Remove(expression);
        foreach (IdentifierNameSyntax name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (context.SymbolOf(name) is ILocalSymbol local
                && (context.LegacyName(local.Type) is not null || local.Type.Name.EndsWith("ClientOptions", StringComparison.Ordinal))
                && Declaration(context, local) is { } declaration && IsOnlyUsedIn(context, local, expression))
                context.Plan.Remove(declaration);
        }
    }

    private static LocalDeclarationStatementSyntax? Declaration(RewriteContext context, ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Length == 1
        && local.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax
        {
            Initializer.Value: BaseObjectCreationExpressionSyntax,
            Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement },
        }
            ? statement
            : null;

    private static bool IsOnlyUsedIn(RewriteContext context, ILocalSymbol local, ExpressionSyntax expression) =>
        context.UsesOf(local, expression).All(use => expression.Span.Contains(use.Span));
}
