using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Files attached to a message for code interpreter: the run that follows has them in its container.</summary>
internal static class AttachedFiles
{
    /// <summary>The ids of the files; null where the options say anything else.</summary>
    public static IReadOnlyList<ExpressionSyntax>? Of(RewriteContext context, ExpressionSyntax? options)
    {
        if (options is null || options.Text() is "null" or "default") return [];
        if (options is not BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: 1 } settings }
            || settings[0] is not AssignmentExpressionSyntax { Right: InitializerExpressionSyntax attachments } assignment
            || assignment.Left.Text() != "Attachments")
            return null;

        List<ExpressionSyntax> files = [];
        foreach (ExpressionSyntax attachment in attachments.Expressions)
        {
            if (attachment is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments }) return null;
            if (!IsForCode(context, arguments[1].Expression)) return null;
            files.Add(arguments[0].Expression);
        }

        return files;
    }

    private static bool IsForCode(RewriteContext context, ExpressionSyntax tools)
    {
        bool any = false;
        foreach (ExpressionSyntax tool in tools.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (tool is not (BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax)) continue;
            if (context.LegacyTypeOf(tool) != "CodeInterpreterToolDefinition") return false;
            any = true;
        }

        return any;
    }
}
