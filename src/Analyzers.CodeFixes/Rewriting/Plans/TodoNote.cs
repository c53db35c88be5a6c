using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Plans;

/// <summary>A comment that tells what a person has to do, and the node before which it stands.</summary>
internal sealed class TodoNote : IEquatable<TodoNote>
{
    private readonly string _ruleId;
    private readonly string _reason;

    public TodoNote(string ruleId, string reason)
    {
        _ruleId = ruleId;
        _reason = reason;
    }

    public string Text => $"// TODO({_ruleId}): {_reason}";

    /// <summary>The statement or member around a node; a comment within an expression would be overlooked.</summary>
    public static SyntaxNode AnchorOf(SyntaxNode node)
    {
        SyntaxNode anchor = node;
        foreach (SyntaxNode ancestor in node.AncestorsAndSelf())
        {
            if (ancestor is GlobalStatementSyntax || ancestor is StatementSyntax and not BlockSyntax
                && ancestor.Parent is BlockSyntax or SwitchSectionSyntax)
                return ancestor;
            if (ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax) return ancestor;
            anchor = ancestor is CompilationUnitSyntax ? anchor : ancestor;
        }

        return anchor;
    }

    /// <summary>Puts the comments on lines of their own before a node, unless they are there already.</summary>
    public static T Add<T>(T node, IReadOnlyList<TodoNote> notes)
        where T : SyntaxNode => AddLines(node, [.. notes.Select(note => note.Text)]);

    public static T AddLines<T>(T node, IReadOnlyList<string> comments)
        where T : SyntaxNode
    {
        if (comments.Count == 0) return node;

        SyntaxTriviaList leading = node.GetLeadingTrivia();
        SyntaxTriviaList indent = leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia)
            ? SyntaxFactory.TriviaList(leading.Last())
            : default;
        string before = leading.ToFullString();
        string newLine = before.Contains("\r\n") || node.SyntaxTree?.GetText().ToString().Contains("\r\n") == true ? "\r\n" : "\n";
        foreach (string comment in comments)
        {
            if (before.Contains(comment)) continue;
            leading = leading.Add(SyntaxFactory.Comment(comment)).Add(SyntaxFactory.EndOfLine(newLine)).AddRange(indent);
        }

        return node.WithLeadingTrivia(leading);
    }

    /// <summary>The comments alone, on lines indented as a node that is gone was.</summary>
    public static IEnumerable<SyntaxTrivia> Lines(IReadOnlyList<TodoNote> notes, SyntaxNode gone)
    {
        SyntaxTriviaList leading = gone.GetLeadingTrivia();
        foreach (TodoNote note in notes)
        {
            if (leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia)) yield return leading.Last();
            yield return SyntaxFactory.Comment(note.Text);
            yield return SyntaxFactory.EndOfLine(gone.ToFullString().Contains("\r\n") ? "\r\n" : "\n");
        }
    }

    public bool Equals(TodoNote? other) => other is not null && other.Text == Text;

    public override bool Equals(object? obj) => Equals(obj as TodoNote);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
