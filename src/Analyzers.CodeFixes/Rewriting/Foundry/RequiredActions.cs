using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>The action that a run requires: asked of the response, whose items have the calls.</summary>
internal static class RequiredActions
{
    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        foreach (IsPatternExpressionSyntax test in root.DescendantNodes().OfType<IsPatternExpressionSyntax>())
        {
            if (RunOf(context, test) is not { } run || test.Pattern is not DeclarationPatternSyntax pattern) continue;

            context.Replace(test, _ => context.RewrittenNode(run).AsReceiver() + ".NeedsToolOutputs()");
            if (test.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both && both.Right == test
                && IsSameQuestion(both.Left, run))
                context.Replace(both, _ => context.Rewritten(test));
            if (pattern.Designation is SingleVariableDesignationSyntax variable)
                PlanUses(context, variable, run);
        }
    }

    /// <summary>The run in <c>run.RequiredAction is SubmitToolOutputsAction</c>.</summary>
    public static ExpressionSyntax? RunOf(RewriteContext context, ExpressionSyntax test) =>
        test is IsPatternExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequiredAction" } asked,
            Pattern: DeclarationPatternSyntax pattern,
        }
        && context.LegacyTypeOf(pattern.Type) == "SubmitToolOutputsAction"
            ? asked.Expression
            : null;

    /// <summary>True for the status of the same run: the response answers both at once.</summary>
    private static bool IsSameQuestion(ExpressionSyntax left, ExpressionSyntax run) =>
        Code.WithoutParentheses(left) is BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.EqualsExpression,
            Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Status" } status,
            Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequiresAction" },
        }
        && status.Expression.Text() == run.Text();

    private static void PlanUses(RewriteContext context, SingleVariableDesignationSyntax variable, ExpressionSyntax run)
    {
        ISymbol? symbol = context.Model.GetDeclaredSymbol(variable, context.CancellationToken);
        context.Plan.Namespaces.Add("System.Linq");
        foreach (IdentifierNameSyntax use in Code.FunctionOf(variable).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText != variable.Identifier.ValueText
                || !SymbolEqualityComparer.Default.Equals(context.SymbolOf(use), symbol))
                continue;

            if (use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToolCalls" } calls)
            {
                context.Block(use, "ask the response for its function calls");
                continue;
            }

            string list = Code.Outermost(calls).Parent is CommonForEachStatementSyntax ? "" : ".ToList()";
            context.Plan.Edit(calls, visited => Code.Expression(
                context.RewrittenNode(run).AsReceiver() + ".OutputItems.OfType<FunctionCallResponseItem>()" + list, visited));
        }
    }
}
