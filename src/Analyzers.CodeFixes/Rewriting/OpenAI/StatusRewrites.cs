using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>
/// The status of a run. v2 knows no "requires action": such a response is completed and has function calls among its items, so
/// the questions that touch on it are asked of the response and not of its status.
/// </summary>
internal static class StatusRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["RunStatus"] = "ResponseStatus?";
        entries.Keep("RunStatus", "Queued", "InProgress", "Cancelled", "Failed", "Incomplete");
        entries.Members["RunStatus.Completed"] = MemberRule.By(Completed);
        entries.Members["RunStatus.RequiresAction"] = MemberRule.By(RequiresAction);
        entries.Members["RunStatus.Expired"] = MemberRule.By(Never);
        entries.Members["RunStatus.Cancelling"] = MemberRule.By(Never);
        entries.Members["RunStatus.IsTerminal"] = MemberRule.By(IsTerminal);
        entries.Keep("ThreadRun", "Status");
    }

    /// <summary>A status as text: legacy wrote it as the wire does.</summary>
    public static void PlanTexts(RewriteContext context, SyntaxNode root)
    {
        foreach (ExpressionSyntax expression in root.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || !IsText(context, expression, out SyntaxNode whole)) continue;
            if (context.LegacyTypeOf(expression) != "RunStatus" || context.SymbolOf(expression) is ITypeSymbol) continue;
            if (expression.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == expression) continue;

            context.Replace(whole, visited => RunOf(context, expression) is { } run
                ? Receiver(context, run) + ".GetStatusText()"
                : (whole == expression ? visited.Text() : context.Rewritten(expression)) + ".ToText()");
        }
    }

    private static bool IsText(RewriteContext context, ExpressionSyntax expression, out SyntaxNode whole)
    {
        whole = expression;
        switch (expression.Parent)
        {
            case InterpolationSyntax:
                return true;
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Parent: InvocationExpressionSyntax call } access
                when access.Expression == expression:
                whole = call;
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }:
                return true;
            case BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression):
                return (comparison.Left == expression ? comparison.Right : comparison.Left).IsKind(SyntaxKind.StringLiteralExpression);
            case ArgumentSyntax:
                return context.Model.GetTypeInfo(expression, context.CancellationToken).ConvertedType?.SpecialType == SpecialType.System_Object;
            default:
                return false;
        }
    }

    /// <summary>The run in <c>run.Status</c>.</summary>
    private static ExpressionSyntax? RunOf(RewriteContext context, SyntaxNode status) =>
        status is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Status" } access
        && context.LegacyTypeOf(access.Expression) == "ThreadRun"
            ? access.Expression
            : null;

    private static void Completed(RewriteContext context, MemberUse use)
    {
        if (!context.Facts.UsesFunctions || !IsInLoop(use.Name) || Comparison(use, out ExpressionSyntax? status) is not { } comparison
            || RunOf(context, status!) is not { } run)
            return;

        string not = comparison.IsKind(SyntaxKind.EqualsExpression) ? "" : "!";
        context.Replace(comparison, _ => $"{not}{Receiver(context, run)}.IsCompleted()");
    }

    private static void RequiresAction(RewriteContext context, MemberUse use)
    {
        if (Comparison(use, out ExpressionSyntax? status) is not { } comparison)
        {
            context.Block(use.Whole, "ask the response for its function calls");
            return;
        }

        string not = comparison.IsKind(SyntaxKind.EqualsExpression) ? "" : "!";
        if (RunOf(context, status!) is { } run)
        {
            context.Replace(comparison, _ => $"{not}{Receiver(context, run)}.NeedsToolOutputs()");
        }
        else if (status is ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Status" } } maybe)
        {
            string value = not.Length == 0 ? "true" : "false";
            context.Replace(comparison, _ => $"{Receiver(context, maybe.Expression)}?.NeedsToolOutputs() == {value}");
        }
        else
        {
            context.Block(use.Whole, "ask the response for its function calls");
        }
    }

    private static void Never(RewriteContext context, MemberUse use)
    {
        if (Comparison(use, out _) is { } comparison)
            context.Replace(comparison, _ => comparison.IsKind(SyntaxKind.EqualsExpression) ? "false" : "true");
        else context.Block(use.Whole, "a response never has this status");
    }

    private static void IsTerminal(RewriteContext context, MemberUse use)
    {
        if (use.Access is not { } access || access.Expression is MemberBindingExpressionSyntax
            || Code.Outermost(access).Parent is ConditionalAccessExpressionSyntax)
        {
            ConditionalAccessExpressionSyntax? maybe = use.Name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>();
            if (maybe is null || context.LegacyTypeOf(maybe.Expression) != "ThreadRun"
                || maybe.WhenNotNull.Text() is not ".Status.IsTerminal")
            {
                context.Block(use.Whole, "ask the response for its status");
                return;
            }

            context.Replace(maybe, _ => Receiver(context, maybe.Expression) + "?.HasEnded()");
            return;
        }

        if (context.Facts.UsesFunctions && RunOf(context, access.Expression) is { } run)
        {
            context.Replace(access, _ => Receiver(context, run) + ".HasEnded()");
            return;
        }

        SyntaxNode whole = Code.Outermost(access);
        bool isNegated = whole.Parent.IsKind(SyntaxKind.LogicalNotExpression);
        SyntaxNode replaced = isNegated ? whole.Parent! : access;
        context.Replace(replaced, _ => context.Rewritten(access.Expression)
            + (isNegated ? " is " : " is not (") + "ResponseStatus.Queued or ResponseStatus.InProgress" + (isNegated ? "" : ")"));
    }

    private static string Receiver(RewriteContext context, ExpressionSyntax run) => context.RewrittenNode(run).AsReceiver();

    private static BinaryExpressionSyntax? Comparison(MemberUse use, out ExpressionSyntax? status)
    {
        status = null;
        SyntaxNode whole = Code.Outermost(use.Whole);
        if (whole.Parent is not BinaryExpressionSyntax binary
            || !(binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression)))
            return null;

        status = Code.WithoutParentheses(binary.Left == whole ? binary.Right : binary.Left);
        return binary;
    }

    private static bool IsInLoop(SyntaxNode node)
    {
        foreach (SyntaxNode ancestor in node.Ancestors())
        {
            if (ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax) return true;
            if (ancestor is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) return false;
        }

        return false;
    }
}
