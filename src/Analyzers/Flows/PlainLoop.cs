using AgentsMigration.Analyzers.Model;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Flows;

/// <summary>Tells polling loops that only wait and refresh from those whose body does more and must stay.</summary>
public static class PlainLoop
{
    public static bool Is(StatementSyntax loop, SiteFinder sites)
    {
        StatementSyntax? body = loop switch
        {
            WhileStatementSyntax { Condition: { } condition } statement when !HasCall(condition) => statement.Statement,
            DoStatementSyntax { Condition: { } condition } statement when !HasCall(condition) => statement.Statement,
            _ => null,
        };
        if (body is null) return false;

        foreach (StatementSyntax statement in body is BlockSyntax block ? block.Statements : [body])
        {
            if (!IsWaiting(statement, sites)) return false;
        }

        return true;
    }

    /// <summary>A delay or a refresh of the run.</summary>
    public static bool IsWaiting(StatementSyntax statement, SiteFinder sites) =>
        IsDelay(statement) || IsRefresh(statement, sites);

    private static bool HasCall(ExpressionSyntax condition)
    {
        foreach (Microsoft.CodeAnalysis.SyntaxNode node in condition.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax
                { Expression: not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "Equals" } })
                return true;
            if (node is AssignmentExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax) return true;
        }

        return false;
    }

    private static bool IsDelay(StatementSyntax statement) =>
        Call(statement) is { Expression: MemberAccessExpressionSyntax access }
        && access.Name.Identifier.ValueText is "Delay" or "Sleep"
        && access.Expression.ToString() is "Task" or "Thread" or "System.Threading.Tasks.Task" or "System.Threading.Thread";

    private static bool IsRefresh(StatementSyntax statement, SiteFinder sites)
    {
        if (statement is not ExpressionStatementSyntax
            { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment })
            return false;

        return Unwrap(assignment.Right) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            && sites.Find(access.Name)?.Rule == LegacyRule.GetRun;
    }

    private static InvocationExpressionSyntax? Call(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax expression ? Unwrap(expression.Expression) as InvocationExpressionSyntax : null;

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case AwaitExpressionSyntax wait:
                    expression = wait.Expression;
                    continue;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value:
                    expression = value.Expression;
                    continue;
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    continue;
                case InvocationExpressionSyntax
                { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } access }:
                    expression = access.Expression;
                    continue;
                default:
                    return expression;
            }
        }
    }
}
