using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>Options that are made in a statement of their own, for calls whose new form takes their values apart.</summary>
internal static class OptionsVariable
{
    /// <summary>The expression that makes the options: the argument itself, or what the variable was given that it names.</summary>
    public static ExpressionSyntax? Resolve(RewriteContext context, ExpressionSyntax? options)
    {
        ExpressionSyntax? made = Peek(context, options, out LocalDeclarationStatementSyntax? own);
        if (own is null) return made;

        // What is said about the options is said where they go.
        foreach (SyntaxTrivia comment in made!.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
            context.Plan.KeepComment(options!, comment.ToString());
        context.Plan.Remove(own);
        return made;
    }

    /// <summary>The same, and the statement that is for these options alone.</summary>
    public static ExpressionSyntax? Peek(RewriteContext context, ExpressionSyntax? options, out LocalDeclarationStatementSyntax? own)
    {
        own = null;
        if (options is not IdentifierNameSyntax name || context.SymbolOf(name) is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.Length != 1
            || local.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax
            {
                Initializer.Value: BaseObjectCreationExpressionSyntax creation,
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement },
            })
            return options;

        if (context.UsesOf(local, name).Any(use => use.Parent is not ArgumentSyntax)) return options;

        own = statement;
        return creation;
    }
}
