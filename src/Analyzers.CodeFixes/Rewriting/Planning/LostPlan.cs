using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>What has no counterpart: a value becomes a default that compiles, an option goes; both with a note.</summary>
internal static class LostPlan
{
    public static void Member(RewriteContext context, MemberUse use, string reason)
    {
        if (use.Initializer is { } assignment)
        {
            context.Leave(assignment, $"{reason}: {Shorten(assignment.Text())}");
            context.Plan.Remove(assignment);
            return;
        }

        SyntaxNode whole = use.Whole;
        if (IsWritten(whole) && whole.Parent is { Parent: ExpressionStatementSyntax statement })
        {
            context.Leave(whole, $"{reason}: {Shorten(statement.Text())}");
            context.Plan.Remove(statement);
            return;
        }

        if (use.Access is null || IsWritten(whole))
        {
            context.Block(use.Whole, reason);
            return;
        }

        ITypeSymbol? type = context.TypeOf(use.Access);
        if (type is null || context.LegacyName(type) is not null || MentionsLegacy(context, type))
        {
            context.Block(use.Whole, reason);
            return;
        }

        string text = type.ToMinimalDisplayString(context.Model, use.Name.SpanStart);
        context.Leave(use.Access, reason);
        context.Replace(use.Access, _ => $"default({text})" + (type.IsReferenceType ? "!" : ""));
    }

    private static bool IsWritten(SyntaxNode node) =>
        node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node;

    private static bool MentionsLegacy(RewriteContext context, ITypeSymbol type)
    {
        if (context.Table.IsLegacy(type)) return true;
        if (type is not INamedTypeSymbol named) return false;

        foreach (ITypeSymbol argument in named.TypeArguments)
        {
            if (MentionsLegacy(context, argument)) return true;
        }

        return false;
    }

    public static string Shorten(string code)
    {
        string line = string.Join(" ", code.Split(['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 100 ? line : line.Substring(0, 97) + "...";
    }

    /// <summary>A call whose effect v2 does not have: kept as a comment where nothing uses its result.</summary>
    public static void Call(RewriteContext context, CallSite call, string reason)
    {
        SyntaxNode whole = call.Invocation;
        while (whole.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax
            || whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" }
            || (whole.Parent is InvocationExpressionSyntax outer && outer.Expression == whole))
            whole = whole.Parent;
        if (whole.Parent is not ExpressionStatementSyntax statement)
        {
            context.Block(call.Invocation, reason);
            return;
        }

        context.Leave(call.Invocation, $"{reason}: {Shorten(statement.Text())}");
        context.Plan.Remove(statement);
    }
}
