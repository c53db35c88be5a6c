using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>New code from text, in the place of old code.</summary>
internal static class Code
{
    public static ExpressionSyntax Expression(string text, SyntaxNode inPlaceOf) =>
        SyntaxFactory.ParseExpression(text).WithTriviaFrom(inPlaceOf);

    public static TypeSyntax Type(string text, SyntaxNode inPlaceOf) =>
        SyntaxFactory.ParseTypeName(text).WithTriviaFrom(inPlaceOf);

    /// <summary>The text of an expression without what stands around it.</summary>
    public static string Text(this SyntaxNode node) => node.WithoutTrivia().ToString();

    /// <summary>In brackets where it would not bind as the receiver of a member.</summary>
    public static string AsReceiver(this SyntaxNode node) => node is AwaitExpressionSyntax or BinaryExpressionSyntax
        or CastExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax
        or PrefixUnaryExpressionSyntax || node.IsKind(SyntaxKind.WithExpression)
        ? "(" + node.Text() + ")"
        : node.Text();

    public static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax inner) expression = inner.Expression;
        return expression;
    }

    /// <summary>The expression that stands for the same value one or more steps out: brackets and the like.</summary>
    public static SyntaxNode Outermost(SyntaxNode expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax) expression = expression.Parent;
        return expression;
    }

    public static string Indent(SyntaxNode node)
    {
        SyntaxTree tree = node.SyntaxTree;
        Microsoft.CodeAnalysis.Text.TextLine line = tree.GetText().Lines.GetLineFromPosition(node.SpanStart);
        string text = line.ToString();
        return text.Substring(0, text.Length - text.TrimStart().Length);
    }

    public static string NewLine(SyntaxNode node) => node.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    /// <summary>The nearest method, accessor, lambda or local function around a node; the file for top-level statements.</summary>
    public static SyntaxNode FunctionOf(SyntaxNode node)
    {
        foreach (SyntaxNode ancestor in node.Ancestors())
        {
            if (ancestor is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax
                or LocalFunctionStatementSyntax or CompilationUnitSyntax or BasePropertyDeclarationSyntax
                or BaseFieldDeclarationSyntax)
                return ancestor;
        }

        return node.SyntaxTree.GetRoot();
    }

    /// <summary>The nodes of a function that are not of a function within it.</summary>
    public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function) => function.DescendantNodes(node =>
        node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
            or BaseTypeDeclarationSyntax or NamespaceDeclarationSyntax or FileScopedNamespaceDeclarationSyntax));
}
