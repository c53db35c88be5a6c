using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Order and paging of a list, from an options object to arguments.</summary>
internal static class ListOptions
{
    /// <param name="context">The file.</param>
    /// <param name="call">The call that lists.</param>
    /// <param name="text">The new call, from the old one and the arguments, each with a comma before it.</param>
    /// <param name="hasPages">False where all is there at once.</param>
    public static void Plan(RewriteContext context, CallSite call, Func<CallText, string, string> text, bool hasPages = true)
    {
        ExpressionSyntax? options = OptionsVariable.Resolve(context, call["options"]);
        if (IsWrittenOut(options))
            context.Replace(call, visited => text(visited, options is null ? "" : Arguments(context.RewrittenNode(options), hasPages)));
        else context.Block(call.Invocation, "give the order of the list in the call itself");
    }

    /// <summary>True for none, and for an object whose order is a constant.</summary>
    private static bool IsWrittenOut(ExpressionSyntax? options)
    {
        if (options is null || options.Text() is "null" or "default") return true;
        if (options is not BaseObjectCreationExpressionSyntax creation) return false;

        foreach (ExpressionSyntax expression in creation.Initializer?.Expressions ?? default)
        {
            if (expression is not AssignmentExpressionSyntax option) return false;
            if (option.Left.Text() == "Order" && !IsConstant(option.Right)) return false;
        }

        return true;
    }

    /// <summary>One of the two orders, or either in the word of the wire.</summary>
    private static bool IsConstant(ExpressionSyntax order) =>
        order.Text().EndsWith("scending", StringComparison.Ordinal) || Word(order) is "asc" or "desc";

    private static bool IsAscending(ExpressionSyntax order) =>
        order.Text().EndsWith(".Ascending", StringComparison.Ordinal) || Word(order) == "asc";

    private static string? Word(ExpressionSyntax order) => order switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => Word(arguments[0].Expression),
        _ => null,
    };

    private static string Arguments(Microsoft.CodeAnalysis.SyntaxNode options, bool hasPages)
    {
        string arguments = "";
        if (options is not BaseObjectCreationExpressionSyntax { Initializer: { } initializer }) return arguments;

        foreach (ExpressionSyntax expression in initializer.Expressions)
        {
            if (expression is not AssignmentExpressionSyntax option) continue;
            arguments += option.Left.Text() switch
            {
                "Order" when IsAscending(option.Right) => ", ascending: true",
                "AfterId" => ", after: " + option.Right.Text(),
                "PageSizeLimit" when hasPages => ", pageSize: " + option.Right.Text(),
                _ => "",
            };
        }

        return arguments;
    }
}
