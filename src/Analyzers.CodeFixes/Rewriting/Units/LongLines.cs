using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>Breaks lines that the rewriting made too long, at argument lists and initializers, the outer ones first.</summary>
internal static class LongLines
{
    private const int Width = 120;
    private const int MaxBreaks = 200;

    public static SyntaxNode Break(SyntaxNode root, SyntaxNode before)
    {
        HashSet<string> old = new(before.GetText().Lines.Select(line => line.ToString().Trim()), StringComparer.Ordinal);
        SourceText text = root.GetText();
        string newLine = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
        for (int i = 0; i < MaxBreaks; i++)
        {
            if (FindBreaks(root, text, old) is not { Count: > 0 } breaks) break;

            string line = text.Lines.GetLineFromPosition(breaks[0].At).ToString();
            string indent = line.Substring(0, line.Length - line.TrimStart().Length);
            text = text.WithChanges(breaks.Select(place =>
            {
                int start = place.At, end = place.At;
                while (start > 0 && text[start - 1] == ' ') start--;
                while (end < text.Length && text[end] == ' ') end++;
                return new TextChange(TextSpan.FromBounds(start, end), newLine + indent + (place.IsDeeper ? "    " : ""));
            }));
            root = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions?)before.SyntaxTree.Options).GetRoot();
        }

        return root;
    }

    private static List<(int At, bool IsDeeper)>? FindBreaks(SyntaxNode root, SourceText text, HashSet<string> old)
    {
        foreach (TextLine line in text.Lines)
        {
            if (line.Span.Length <= Width || old.Contains(line.ToString().Trim())) continue;

            SyntaxNode[] nodes = [.. root.DescendantNodes(line.Span).Where(node => line.Span.Contains(node.Span) && !IsInString(node))];
            foreach (SyntaxNode node in nodes.OrderBy(node => node.Ancestors().Count()))
            {
                if (Breaks(node, line) is { } breaks) return breaks;
            }

            if (nodes.OfType<EqualsValueClauseSyntax>().FirstOrDefault(node => node.Parent is VariableDeclaratorSyntax) is { } value)
                return [(value.EqualsToken.Span.End, true)];
        }

        return null;
    }

    private static List<(int At, bool IsDeeper)>? Breaks(SyntaxNode node, TextLine line) => node switch
    {
        // What would be left on the line must be worth it, and what goes down must be most of the excess.
        ArgumentListSyntax { Arguments.Count: > 0 } list when list.OpenParenToken.Span.End - line.Start <= Width
            && list.Span.Length > line.Span.Length - Width =>
            [(list.OpenParenToken.Span.End, true), .. Separators(list, line)],
        InitializerExpressionSyntax { Expressions.Count: > 0 } list when list.SpanStart - line.Start <= Width =>
        [
            (list.SpanStart, false),
            (list.OpenBraceToken.Span.End, true),
            .. list.Expressions.GetSeparators().Take(list.Expressions.Count - 1).Select(comma => (comma.Span.End, true)),
            (list.CloseBraceToken.SpanStart, false),
        ],
        _ => null,
    };

    /// <summary>Where the arguments do not fit on a line together, each has its own.</summary>
    private static IEnumerable<(int At, bool IsDeeper)> Separators(ArgumentListSyntax list, TextLine line)
    {
        int indent = line.ToString().Length - line.ToString().TrimStart().Length + 4;
        // Brackets and a semicolon that end the line come along.
        bool endsLine = list.Span.End <= line.End && line.ToString().Substring(list.Span.End - line.Start).All(c => c is ')' or ']' or ';' or ',');
        return indent + (endsLine ? line.End : list.Span.End) - list.Arguments[0].SpanStart <= Width
            ? []
            : list.Arguments.GetSeparators().Select(comma => (comma.Span.End, true));
    }

    private static bool IsInString(SyntaxNode node) => node.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is not null;
}
