using AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.Flows;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>
/// A loop that waits, refreshes and answers function calls becomes one over the answers alone. Anything else in it keeps it as
/// it is, over a response in the background.
/// </summary>
internal static class ToolLoop
{
    /// <summary>The branch that answers; null when the loop does more.</summary>
    public static IfStatementSyntax? Find(RewriteContext context, StatementSyntax loop, ISymbol run)
    {
        StatementSyntax? body = loop switch
        {
            WhileStatementSyntax statement when !HasCall(statement.Condition) => statement.Statement,
            DoStatementSyntax statement when !HasCall(statement.Condition) => statement.Statement,
            _ => null,
        };
        if (body is null) return null;

        SiteFinder sites = context.Finder;
        IfStatementSyntax? answer = null;
        foreach (StatementSyntax statement in body is BlockSyntax block ? block.Statements : [body])
        {
            if (PlainLoop.IsWaiting(statement, sites)) continue;
            if (answer is not null || statement is not IfStatementSyntax { Else: null } branch) return null;
            if (!IsRequiresAction(context, branch.Condition, run)) return null;
            answer = branch;
        }

        if (answer is null) return null;
        foreach (SyntaxNode node in answer.DescendantNodes())
        {
            if (node is BreakStatementSyntax or ContinueStatementSyntax && node.FirstAncestorOrSelf<StatementSyntax>(parent =>
                parent is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                    or SwitchStatementSyntax) == loop)
                return null;
        }

        return answer;
    }

    public static void Plan(RewriteContext context, StatementSyntax loop, ISymbol run)
    {
        IfStatementSyntax answer = Find(context, loop, run)!;
        context.Plan.Edit(loop, visited =>
        {
            StatementSyntax body = (StatementSyntax)SyntaxFactory.ParseStatement(
                $"while ({RunIn(answer.Condition, run)}.NeedsToolOutputs()) " + Braced(context.RewrittenNode(answer.Statement)));
            return body.WithTriviaFrom(visited)
                .WithLeadingTrivia(visited.GetLeadingTrivia().AddRange(CommentsOf(answer)))
                .WithAdditionalAnnotations(Formatter.Annotation);
        });
    }

    /// <summary>The run itself, where its variable holds the answer around it.</summary>
    private static string RunIn(ExpressionSyntax condition, ISymbol run) =>
        condition.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
            access.Name.Identifier.ValueText == "Value" && access.Expression.ToString() == run.Name)
            ? run.Name + ".Value"
            : run.Name;

    /// <summary>What was said about the branch is said about the loop that it becomes.</summary>
    private static IEnumerable<SyntaxTrivia> CommentsOf(StatementSyntax branch)
    {
        SyntaxTriviaList leading = branch.GetLeadingTrivia();
        if (!leading.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))) return [];
        return leading.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }

    private static string Braced(SyntaxNode statement) =>
        statement is BlockSyntax ? "\n" + statement.ToFullString().Trim() : "\n{ " + statement.ToFullString().Trim() + " }";

    private static bool IsRequiresAction(RewriteContext context, ExpressionSyntax condition, ISymbol run) =>
        Code.WithoutParentheses(condition) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both
            ? IsRequiresAction(context, both.Left, run)
                && RequiredActions.RunOf(context, both.Right) is { } asked
                && SymbolEqualityComparer.Default.Equals(context.SymbolOf(asked is MemberAccessExpressionSyntax
                { Name.Identifier.ValueText: "Value", Expression: IdentifierNameSyntax held }
                    ? held
                    : asked), run)
            : IsComparison(context, condition, run);

    private static bool IsComparison(RewriteContext context, ExpressionSyntax condition, ISymbol run) =>
        Code.WithoutParentheses(condition) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison
        && comparison.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequiresAction" }
        && comparison.Left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
            SymbolEqualityComparer.Default.Equals(context.SymbolOf(name), run));

    private static bool HasCall(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().Any(node => node is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax);
}
