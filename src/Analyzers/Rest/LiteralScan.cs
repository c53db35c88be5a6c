using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Rest;

/// <summary>Finds the string literals of a file that hold given marks, without walking its tree.</summary>
internal sealed class LiteralScan
{
    private readonly string _text;
    private readonly SyntaxNode _root;
    private readonly Dictionary<ExpressionSyntax, string> _found = [];

    public LiteralScan(string text, SyntaxNode root)
    {
        _text = text;
        _root = root;
    }

    /// <summary>Each literal or interpolated string once, with its value.</summary>
    public IReadOnlyDictionary<ExpressionSyntax, string> Find(params string[] marks)
    {
        foreach (string mark in marks)
        {
            for (int at = Next(mark, 0); at >= 0; at = Next(mark, at + mark.Length)) Add(at);
        }

        return _found;
    }

    private int Next(string mark, int from) => _text.IndexOf(mark, from, StringComparison.Ordinal);

    private void Add(int position)
    {
        SyntaxToken token = _root.FindToken(position);
        if (!token.Span.Contains(position)) return;

        ExpressionSyntax? literal = token.Parent switch
        {
            LiteralExpressionSyntax text when text.IsKind(SyntaxKind.StringLiteralExpression)
                || text.RawKind == (int)SyntaxKind.Utf8StringLiteralExpression => text,
            InterpolatedStringTextSyntax part => part.Parent as InterpolatedStringExpressionSyntax,
            _ => null,
        };
        if (literal is null || _found.ContainsKey(literal) || IsOwnRoute(literal)) return;

        _found.Add(literal, Value(literal));
    }

    private static string Value(ExpressionSyntax literal)
    {
        if (literal is not InterpolatedStringExpressionSyntax interpolated)
            return ((LiteralExpressionSyntax)literal).Token.ValueText;

        StringBuilder value = new();
        foreach (InterpolatedStringContentSyntax part in interpolated.Contents)
        {
            value.Append(part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "{}");
        }

        return value.ToString();
    }

    /// <summary>True for routes that the app itself serves: attributes and MapGet(…) and its like.</summary>
    private static bool IsOwnRoute(ExpressionSyntax literal)
    {
        if (literal.Parent is AttributeArgumentSyntax) return true;
        return literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }
            && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
            && name.StartsWith("Map", StringComparison.Ordinal);
    }
}
