using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Plans;

/// <summary>Applies a plan to the tree it was made for; knows syntax alone.</summary>
internal sealed class PlanApplier : CSharpSyntaxRewriter
{
    private readonly DocumentPlan _plan;

    private SyntaxTriviaList _orphans;

    private PlanApplier(DocumentPlan plan) => _plan = plan;

    public static SyntaxNode Apply(SyntaxNode root, DocumentPlan plan) => new PlanApplier(plan).Visit(root)!;

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is null) return null;

        // A statement that is no element of a list cannot go; a branch without braces is one.
        if (_plan.IsRemoved(node) && node is StatementSyntax)
            return SyntaxFactory.ParseStatement("{ }").WithTriviaFrom(node);

        SyntaxNode visited = base.Visit(node)!;
        return _plan.Apply(node, visited);
    }

    public override SyntaxList<TNode> VisitList<TNode>(SyntaxList<TNode> list)
    {
        List<TNode> items = new(list.Count);
        SyntaxTriviaList orphans = default;
        SyntaxTrivia? blank = null;
        foreach (TNode item in list)
        {
            SyntaxNode key = item is GlobalStatementSyntax global ? global.Statement : item;
            if (_plan.IsRemoved(key))
            {
                TodoNote[] todos = key == item ? [.. _plan.Todos(key)] : [.. _plan.Todos(key), .. _plan.Todos(item)];
                orphans = orphans.AddRange(Comments(item)).AddRange(TodoNote.Lines(todos, item));
                blank ??= BlankLine(item);
                continue;
            }

            if (Visit(item) is not TNode visited) continue;

            // The paragraph that the removed statement began goes on being one.
            if (blank is { } line && items.Count > 0 && orphans.Count == 0 && BlankLine(visited) is null)
                visited = visited.WithLeadingTrivia(visited.GetLeadingTrivia().Insert(0, line));
            blank = null;
            visited = Adopt(visited, orphans);
            orphans = default;
            foreach (string text in _plan.TextsBefore(key))
            {
                items.Add(Statement<TNode>(text, item).WithLeadingTrivia(visited.GetLeadingTrivia()));
                visited = visited.WithLeadingTrivia(Indent(item));
            }

            visited = TodoNote.AddLines(visited, [.. _plan.Comments(key), .. key == item ? [] : _plan.Comments(item)]);
            visited = TodoNote.Add(visited, _plan.Todos(key));
            if (key != item) visited = TodoNote.Add(visited, _plan.Todos(item));
            items.Add(visited);
        }

        _orphans = orphans;
        return SyntaxFactory.List(items);
    }

    /// <summary>What stood above the last statements of a block stays before its end.</summary>
    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        _orphans = default;
        BlockSyntax visited = (BlockSyntax)base.VisitBlock(node)!;
        SyntaxTriviaList left = _orphans;
        _orphans = default;
        return left.Count == 0
            ? visited
            : visited.WithCloseBraceToken(visited.CloseBraceToken.WithLeadingTrivia(left.AddRange(visited.CloseBraceToken.LeadingTrivia)));
    }

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        CompilationUnitSyntax visited = (CompilationUnitSyntax)base.VisitCompilationUnit(node)!;
        SyntaxTriviaList left = _orphans;
        _orphans = default;
        return left.Count == 0
            ? visited
            : visited.WithEndOfFileToken(visited.EndOfFileToken.WithLeadingTrivia(left.AddRange(visited.EndOfFileToken.LeadingTrivia)));
    }

    public override SeparatedSyntaxList<TNode> VisitList<TNode>(SeparatedSyntaxList<TNode> list)
    {
        bool removes = false;
        foreach (TNode item in list) removes |= _plan.IsRemoved(item);
        if (!removes) return base.VisitList(list);

        List<SyntaxNodeOrToken> kept = [];
        for (int i = 0; i < list.Count; i++)
        {
            if (_plan.IsRemoved(list[i])) continue;

            kept.Add(Visit(list[i])!);
            if (i < list.SeparatorCount) kept.Add(list.GetSeparator(i));
        }

        // What ended with its last element ends so again, with a comma before the brace only where there was one.
        if (list.SeparatorCount < list.Count && kept.Count > 0 && kept[kept.Count - 1].IsToken)
        {
            SyntaxTriviaList end = kept[kept.Count - 1].GetTrailingTrivia();
            kept.RemoveAt(kept.Count - 1);
            kept[kept.Count - 1] = kept[kept.Count - 1].WithTrailingTrivia(end);
        }

        return SyntaxFactory.SeparatedList<TNode>(kept);
    }

    private static TNode Statement<TNode>(string text, TNode like)
        where TNode : SyntaxNode
    {
        StatementSyntax statement = SyntaxFactory.ParseStatement(text).WithTrailingTrivia(like.GetTrailingTrivia());
        return like is GlobalStatementSyntax
            ? (TNode)(SyntaxNode)SyntaxFactory.GlobalStatement(statement)
            : (TNode)(SyntaxNode)statement;
    }

    private static TNode Adopt<TNode>(TNode node, SyntaxTriviaList orphans)
        where TNode : SyntaxNode =>
        orphans.Count == 0 ? node : node.WithLeadingTrivia(orphans.AddRange(node.GetLeadingTrivia()));

    /// <summary>What stood above a removed statement, with the blank line before it; and nothing when no comment did.</summary>
    private static SyntaxTriviaList Comments(SyntaxNode node)
    {
        SyntaxTriviaList leading = node.GetLeadingTrivia();
        bool any = false;
        foreach (SyntaxTrivia trivia in leading)
        {
            any |= trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
                || trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia);
        }

        if (!any) return default;
        return leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia)
            ? leading.RemoveAt(leading.Count - 1)
            : leading;
    }

    private static SyntaxTrivia? BlankLine(SyntaxNode node)
    {
        SyntaxTrivia first = node.GetLeadingTrivia().FirstOrDefault(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return first.IsKind(SyntaxKind.EndOfLineTrivia) ? first : null;
    }

    private static SyntaxTriviaList Indent(SyntaxNode node)
    {
        SyntaxTriviaList leading = node.GetLeadingTrivia();
        return leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(leading.Last())
            : default;
    }
}
