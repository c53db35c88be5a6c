using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>The action that a run requires: asked of the response, whose items have the calls.</summary>
internal static class RequiredActions
{
    private static readonly string?[] Actions = ["SubmitToolOutputsAction", ToolApprovals.Action];

    public static void AddTo(TableEntries entries)
    {
        entries.Types["SubmitToolOutputsAction"] = "ResponseResult";
        entries.Members["SubmitToolOutputsAction.ToolCalls"] = MemberRule.By((context, use) =>
        {
            context.Plan.Namespaces.Add("System.Linq");
            SyntaxNode? next = use.Access is { } access ? Code.Outermost(access).Parent : null;
            bool isFiltered = next is MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "OfType" } };
            Planner.PlanPath(context, use, isFiltered ? "OutputItems"
                : "OutputItems.OfType<FunctionCallResponseItem>()" + (next is CommonForEachStatementSyntax ? "" : ".ToList()"));
        });
        entries.Members["ThreadRun.RequiredAction"] = MemberRule.By((context, use) =>
        {
            if (use.Access is not { } access || !IsPlanned(context, Code.Outermost(access).Parent))
                context.Block(use.Whole, "ask the response for its function calls");
        });
    }

    private static bool IsPlanned(RewriteContext context, SyntaxNode? around) => around switch
    {
        IsPatternExpressionSyntax test => RunOf(context, test) is not null,
        CastExpressionSyntax cast => context.LegacyTypeOf(cast.Type) == "SubmitToolOutputsAction",
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression, Right: TypeSyntax type } => context.LegacyTypeOf(type) == "SubmitToolOutputsAction",
        _ => false,
    };

    /// <summary>The action cast is the response, whose items the calls are; asked for, it is there only when outputs are wanted.</summary>
    private static void PlanCasts(RewriteContext context, SyntaxNode root)
    {
        foreach (MemberAccessExpressionSyntax asked in root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (asked.Name.Identifier.ValueText != "RequiredAction" || !IsPlanned(context, Code.Outermost(asked).Parent)) continue;

            switch (Code.Outermost(asked).Parent)
            {
                case CastExpressionSyntax cast:
                    context.Replace(Code.Outermost(cast), _ => context.RewrittenNode(asked.Expression).AsReceiver());
                    break;
                case BinaryExpressionSyntax maybe:
                    context.Replace(Code.Outermost(maybe), _ =>
                    {
                        string run = context.RewrittenNode(asked.Expression).AsReceiver();
                        bool isBare = Code.Outermost(maybe).Parent is EqualsValueClauseSyntax;
                        return $"{(isBare ? "" : "(")}{run}.NeedsToolOutputs() ? {run} : null{(isBare ? "" : ")")}";
                    });
                    break;
            }
        }
    }

    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        PlanCasts(context, root);
        foreach (IsPatternExpressionSyntax test in root.DescendantNodes().OfType<IsPatternExpressionSyntax>())
        {
            if (RunOf(context, test) is not { } run || test.Pattern is not DeclarationPatternSyntax pattern) continue;

            bool isApproval = context.LegacyTypeOf(pattern.Type) == ToolApprovals.Action;
            string question = isApproval ? ".NeedsApprovals()" : ".NeedsToolOutputs()";
            context.Replace(test, _ => context.RewrittenNode(run).AsReceiver() + question);
            if (test.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both && both.Right == test
                && IsSameQuestion(both.Left, run))
                context.Replace(both, _ => context.Rewritten(test));
            if (pattern.Designation is SingleVariableDesignationSyntax variable)
                PlanUses(context, variable, run);
        }
    }

    /// <summary>The run in <c>run.RequiredAction is SubmitToolOutputsAction</c>, and of the action for approvals.</summary>
    public static ExpressionSyntax? RunOf(RewriteContext context, ExpressionSyntax test) =>
        test is IsPatternExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequiredAction" } asked,
            Pattern: DeclarationPatternSyntax pattern,
        }
        && Actions.Contains(context.LegacyTypeOf(pattern.Type))
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
        foreach (IdentifierNameSyntax use in context.UsesOf(symbol, variable))
        {
            if (ToolApprovals.TryPlanUse(context, use, run)) continue;
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
