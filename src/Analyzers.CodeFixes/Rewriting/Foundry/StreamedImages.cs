using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>
/// Images among the pieces of a streamed text: v2 tells them in updates of their own, so what asked a piece for one becomes a
/// branch beside that of the pieces.
/// </summary>
internal static class StreamedImages
{
    private const string Reason = "an image comes as an annotation of the text, in an update of its own: ask that with 'GetImageFileId'";
    private const string Image = "imageFileId";

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
            if (!TryMove(context, branch, access.Expression, test)) context.Leave(branch, Reason);
            context.Plan.Remove(branch);
        }
        else LostPlan.Member(context, use, Reason);
    }

    /// <summary>Puts the branch behind the one around it, for the updates that have images.</summary>
    private static bool TryMove(RewriteContext context, IfStatementSyntax branch, ExpressionSyntax piece, ExpressionSyntax test)
    {
        if (branch.Parent?.Parent is not IfStatementSyntax pieces || pieces.Statement != branch.Parent
            || pieces.Condition is not IsPatternExpressionSyntax { Expression: IdentifierNameSyntax update } asked
            || context.LegacyTypeOf(((asked.Pattern as DeclarationPatternSyntax)?.Type ?? (SyntaxNode)asked)) != "MessageContentUpdate"
            || context.SymbolOf(piece) is not ILocalSymbol symbol || NameOf(test) is not { } name)
            return false;

        IdentifierNameSyntax[] uses = [.. branch.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Where(other =>
            SymbolEqualityComparer.Default.Equals(context.SymbolOf(other), symbol))];
        MemberAccessExpressionSyntax[] images = [.. uses.Select(other => other.Parent).OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == "ImageFileId")];
        if (images.Length != uses.Length || IsTaken(branch, name)) return false;

        foreach (MemberAccessExpressionSyntax image in images) context.Replace(image, _ => name);
        context.Plan.Edit(pieces, visited =>
        {
            IfStatementSyntax kept = (IfStatementSyntax)visited;
            StatementSyntax body = (StatementSyntax)context.RewrittenNode(branch.Statement);
            IfStatementSyntax images = ((IfStatementSyntax)SyntaxFactory.ParseStatement($"if ({update.Text()}.GetImageFileId() is {{ }} {name}) {{ }}"))
                .WithStatement(body).WithElse(kept.Else);
            string newLine = Code.NewLine(branch);
            ElseClauseSyntax clause = SyntaxFactory.ElseClause(
                SyntaxFactory.Token(SyntaxKind.ElseKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                images.WithIfKeyword(images.IfKeyword.WithTrailingTrivia(SyntaxFactory.Space))
                    .WithCloseParenToken(images.CloseParenToken.WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine))));
            return kept.WithElse(clause).WithAdditionalAnnotations(Formatter.Annotation);
        });
        return true;
    }

    /// <summary>The name that the question gives the image, or one for it.</summary>
    private static string? NameOf(ExpressionSyntax test) => test is IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax pattern }
        ? (pattern.Designation as SingleVariableDesignationSyntax)?.Identifier.ValueText
        : Image;

    private static bool IsTaken(IfStatementSyntax branch, string name) => name == Image && Code.FunctionOf(branch).DescendantTokens()
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    /// <summary>The question whether there is an image.</summary>
    private static ExpressionSyntax? TestOf(MemberAccessExpressionSyntax access) => access.Parent switch
    {
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax or RecursivePatternSyntax } test => test,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } test when test.Right.IsKind(SyntaxKind.NullLiteralExpression) => test,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Parent: PrefixUnaryExpressionSyntax test } } => test,
        _ => null,
    };
}
