using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Plans;

/// <summary>
/// What is to become of the nodes of one file. Made with the semantic model; applied without it, inner nodes first, so that
/// edits of nested nodes add up.
/// </summary>
internal sealed class DocumentPlan
{
    private readonly Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>> _edits = [];
    private readonly HashSet<SyntaxNode> _removed = [];
    private readonly HashSet<SyntaxNode> _reformatted = [];
    private readonly Dictionary<SyntaxNode, List<string>> _before = [];
    private readonly Dictionary<SyntaxNode, List<TodoNote>> _todos = [];
    private readonly Dictionary<SyntaxNode, List<string>> _comments = [];

    /// <summary>Namespaces that the new code needs.</summary>
    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    public List<LeftNote> Left { get; } = [];

    public bool IsEmpty => _edits.Count + _removed.Count + _todos.Count == 0;

    /// <summary>Edits of one node follow each other in the order in which they were planned.</summary>
    public void Edit(SyntaxNode node, Func<SyntaxNode, SyntaxNode> edit) =>
        _edits[node] = _edits.TryGetValue(node, out Func<SyntaxNode, SyntaxNode>? first)
            ? visited => edit(first(visited))
            : edit;

    /// <summary>Has the lines of what a node became indented anew, where that moved.</summary>
    public void Reformat(SyntaxNode node) => _reformatted.Add(node);

    public bool IsEdited(SyntaxNode node) => _edits.ContainsKey(node);

    /// <summary>A statement, or an element of an initializer.</summary>
    public void Remove(SyntaxNode node)
    {
        _removed.Add(node);
        Left.RemoveAll(left => left.IsBlocking && node.Span.Contains(left.Node.Span));
    }

    /// <summary>Puts a statement before another of a list.</summary>
    public void Before(SyntaxNode statement, string text)
    {
        if (!_before.TryGetValue(statement, out List<string>? texts)) _before.Add(statement, texts = []);
        texts.Add(text);
    }

    /// <summary>The site is left for a person; what is rewritten around it still compiles.</summary>
    public void Leave(SyntaxNode node, string ruleId, string reason)
    {
        if (IsGone(node)) return;

        Left.Add(new LeftNote(node, ruleId, reason, isBlocking: false));
        Note(node, ruleId, reason);
    }

    /// <summary>Nothing connected with the site can be rewritten as long as it stands.</summary>
    public void Block(SyntaxNode node, string ruleId, string reason)
    {
        if (!IsGone(node)) Left.Add(new LeftNote(node, ruleId, reason, isBlocking: true));
    }

    /// <summary>Nothing within what is removed stands in the way of anything.</summary>
    private bool IsGone(SyntaxNode node)
    {
        for (SyntaxNode? ancestor = node; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (_removed.Contains(ancestor)) return true;
        }

        return false;
    }

    public void Note(SyntaxNode node, string ruleId, string reason)
    {
        SyntaxNode anchor = TodoNote.AnchorOf(node);
        if (!_todos.TryGetValue(anchor, out List<TodoNote>? notes)) _todos.Add(anchor, notes = []);
        TodoNote note = new(ruleId, reason);
        if (!notes.Contains(note)) notes.Add(note);
    }

    /// <summary>Drops all changes and keeps only notes at what stands in the way.</summary>
    public void KeepNotesOnly()
    {
        _edits.Clear();
        _removed.Clear();
        _before.Clear();
        _todos.Clear();
        Namespaces.Clear();
        foreach (LeftNote left in Left)
        {
            if (left.IsBlocking) Note(left.Node, left.RuleId, left.Reason);
        }
    }

    public bool IsRemoved(SyntaxNode node) => _removed.Contains(node);

    public IReadOnlyList<string> TextsBefore(SyntaxNode node) =>
        _before.TryGetValue(node, out List<string>? texts) ? texts : [];

    /// <summary>A comment whose place is gone, to stand above the statement.</summary>
    public void KeepComment(SyntaxNode within, string comment)
    {
        SyntaxNode anchor = TodoNote.AnchorOf(within);
        if (!_comments.TryGetValue(anchor, out List<string>? comments)) _comments.Add(anchor, comments = []);
        if (!comments.Contains(comment)) comments.Add(comment);
    }

    public IReadOnlyList<string> Comments(SyntaxNode node) =>
        _comments.TryGetValue(node, out List<string>? comments) ? comments : [];

    public IReadOnlyList<TodoNote> Todos(SyntaxNode node) =>
        _todos.TryGetValue(node, out List<TodoNote>? notes) ? notes : [];

    public SyntaxNode Apply(SyntaxNode original, SyntaxNode visited)
    {
        SyntaxNode applied = _edits.TryGetValue(original, out Func<SyntaxNode, SyntaxNode>? edit) ? edit(visited) : visited;
        return _reformatted.Contains(original) ? applied.WithAdditionalAnnotations(Formatter.Annotation) : applied;
    }
}
