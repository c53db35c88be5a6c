using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.Flows;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>What ends the wait of a loop early: a loop goes only where the awaited response is ended by the same token.</summary>
internal static class LoopToken
{
    /// <summary>True when the loops can go; the token is set where the start of the run has to take it over.</summary>
    public static bool CanMove(
        RewriteContext context, CallSite start, IEnumerable<StatementSyntax> loops, out ExpressionSyntax? token)
    {
        token = null;
        ExpressionSyntax? own = start["cancellationToken"] is { } given && !IsNone(given) ? given : null;
        ExpressionSyntax[] others = [.. loops.SelectMany(loop => Tokens(context, loop)).Where(other => other.Text() != own?.Text())];
        if (others.Length == 0) return true;
        if (own is not null || others.Select(other => other.Text()).Distinct().Count() > 1) return false;
        if (!IsThereAt(context, others[0], start.Invocation)) return false;

        token = others[0];
        return true;
    }

    private static IEnumerable<ExpressionSyntax> Tokens(RewriteContext context, StatementSyntax loop) => loop.DescendantNodes()
        .OfType<StatementSyntax>().Where(statement => PlainLoop.IsWaiting(statement, context.Finder))
        .SelectMany(statement => statement.DescendantNodes().OfType<ArgumentSyntax>())
        .Select(argument => argument.Expression)
        .Where(value => !IsNone(value) && context.TypeOf(value) is { Name: "CancellationToken" });

    private static bool IsNone(ExpressionSyntax token) =>
        token.Text() is "default" or "default(CancellationToken)" or "CancellationToken.None";

    /// <summary>A name, or a member of one, that has its value before the run is started.</summary>
    private static bool IsThereAt(RewriteContext context, ExpressionSyntax token, SyntaxNode start)
    {
        while (token is MemberAccessExpressionSyntax access) token = access.Expression;
        return token is ThisExpressionSyntax || (token is IdentifierNameSyntax && context.SymbolOf(token) switch
        {
            ILocalSymbol local => local.DeclaringSyntaxReferences.Any(reference => reference.Span.End < start.SpanStart),
            IParameterSymbol or IFieldSymbol or IPropertySymbol => true,
            _ => false,
        });
    }
}
