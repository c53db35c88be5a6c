using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Order and paging of a list, from an options object to arguments.</summary>
internal static class ListOptions
{
    /// <summary>True for none, and for an object that is made in the call with an order that is a constant.</summary>
    public static bool IsWrittenOut(ExpressionSyntax? options)
    {
        if (options is null || options.Text() is "null" or "default") return true;
        if (options is not BaseObjectCreationExpressionSyntax creation) return false;

        foreach (ExpressionSyntax expression in creation.Initializer?.Expressions ?? default)
        {
            if (expression is not AssignmentExpressionSyntax option) return false;
            if (option.Left.Text() == "Order" && !option.Right.Text().EndsWith("scending", StringComparison.Ordinal)) return false;
        }

        return true;
    }

    public static string Arguments(ExpressionSyntax? options)
    {
        string arguments = "";
        if (options is not BaseObjectCreationExpressionSyntax { Initializer: { } initializer }) return arguments;

        foreach (ExpressionSyntax expression in initializer.Expressions)
        {
            if (expression is not AssignmentExpressionSyntax option) continue;
            arguments += option.Left.Text() switch
            {
                "Order" when option.Right.Text().EndsWith(".Ascending", StringComparison.Ordinal) => ", ascending: true",
                "AfterId" => ", after: " + option.Right.Text(),
                "PageSizeLimit" => ", pageSize: " + option.Right.Text(),
                _ => "",
            };
        }

        return arguments;
    }
}
