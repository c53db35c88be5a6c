using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Images among the pieces of a streamed text: v2 tells them by annotations, so what asked a piece for one goes.</summary>
internal static class StreamedImages
{
    private const string Reason = "an image comes as an annotation of the text, in an update of its own";

    public static void AddTo(TableEntries entries)
    {
        entries.Members["MessageContentUpdate.ImageFileId"] = MemberRule.By(Plan);
        entries.Unknown["TextAnnotationUpdate"] = "annotations come in updates of their own";
        entries.Lose("MessageContentUpdate", entries.Unknown["TextAnnotationUpdate"], "TextAnnotation");
    }

    private static void Plan(RewriteContext context, MemberUse use)
    {
        if (use.Access is { } access && TestOf(access) is { Parent: IfStatementSyntax { Else: null } branch } test && branch.Condition == test
            && branch.Parent is BlockSyntax)
        {
            context.Leave(branch, Reason);
            context.Plan.Remove(branch);
        }
        else LostPlan.Member(context, use, Reason);
    }

    /// <summary>The question whether there is an image.</summary>
    private static ExpressionSyntax? TestOf(MemberAccessExpressionSyntax access) => access.Parent switch
    {
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax or RecursivePatternSyntax } test => test,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } test when test.Right.IsKind(SyntaxKind.NullLiteralExpression) => test,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Parent: PrefixUnaryExpressionSyntax test } } => test,
        _ => null,
    };
}
