using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;

/// <summary>Breaks lines that the rewriting made too long, at their argument lists, the outer ones first.</summary>
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

            string line = text.Lines.GetLineFromPosition(breaks[0]).ToString();
            string indent = line.Substring(0, line.Length - line.TrimStart().Length) + "    ";
            text = text.WithChanges(breaks.Select(at =>
            {
                int end = at;
                while (end < text.Length && text[end] == ' ') end++;
                return new TextChange(TextSpan.FromBounds(at, end), newLine + indent);
            }));
            root = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions?)before.SyntaxTree.Options).GetRoot();
        }

        return root;
    }

    private static List<int>? FindBreaks(SyntaxNode root, SourceText text, HashSet<string> old)
    {
        foreach (TextLine line in text.Lines)
        {
            if (line.Span.Length <= Width || old.Contains(line.ToString().Trim())) continue;

            foreach (SyntaxNode node in root.DescendantNodes(line.Span))
            {
                if (node is not ArgumentListSyntax { Arguments.Count: > 0 } list || node.SpanStart < line.Start) continue;

                // What would be left on the line must be worth it, and what goes down must be most of the excess.
                int at = list.OpenParenToken.Span.End;
                if (at >= line.End || at - line.Start > Width || list.Arguments[0].SpanStart >= line.End
                    || list.Span.End - at <= line.Span.Length - Width || IsInString(node))
                    continue;

                return [at, .. Separators(list, line)];
            }
        }

        return null;
    }

    /// <summary>Where the arguments do not fit on a line together, each has its own.</summary>
    private static IEnumerable<int> Separators(ArgumentListSyntax list, TextLine line)
    {
        int indent = line.ToString().Length - line.ToString().TrimStart().Length + 4;
        int length = Math.Min(list.Span.End, line.End) - list.Arguments[0].SpanStart;
        return indent + length <= Width
            ? []
            : list.Arguments.GetSeparators().Select(comma => comma.Span.End).Where(end => end < line.End);
    }

    private static bool IsInString(SyntaxNode node) => node.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is not null;
}
