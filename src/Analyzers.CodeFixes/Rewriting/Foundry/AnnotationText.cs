using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>The mark that an annotation stands for: a piece of the text of the part that the annotation was taken from.</summary>
internal static class AnnotationText
{
    private const int MaxDepth = 4;

    public static void Plan(RewriteContext context, MemberUse use)
    {
        if (use.Access is { } access && PartOf(context, access.Expression, depth: 0) is { } part)
            context.Replace(access, visited =>
                $"{((MemberAccessExpressionSyntax)visited).Expression.AsReceiver()}.GetText({context.Rewritten(part)})");
        else context.Block(use.Whole, "take the cited text from its part by the citation's indexes");
    }

    /// <summary>The content whose annotations a variable runs over, or is one of under another type.</summary>
    private static ExpressionSyntax? PartOf(RewriteContext context, ExpressionSyntax annotation, int depth)
    {
        if (depth > MaxDepth || annotation is not IdentifierNameSyntax name || context.SymbolOf(name) is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.Length != 1)
            return null;

        return local.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) switch
        {
            ForEachStatementSyntax loop => loop.Expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>()
                .FirstOrDefault(listed => listed.Name.Identifier.ValueText == "Annotations")?.Expression,
            SingleVariableDesignationSyntax variable => variable.FirstAncestorOrSelf<SyntaxNode>(node =>
                node is IsPatternExpressionSyntax or SwitchStatementSyntax) switch
            {
                IsPatternExpressionSyntax test => PartOf(context, test.Expression, depth + 1),
                SwitchStatementSyntax choice => PartOf(context, choice.Expression, depth + 1),
                _ => null,
            },
            VariableDeclaratorSyntax { Initializer.Value: CastExpressionSyntax cast } => PartOf(context, cast.Expression, depth + 1),
            _ => null,
        };
    }
}
