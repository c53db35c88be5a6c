using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>The parts of a call after what is within them was rewritten, as text for the new call.</summary>
internal sealed class CallText
{
    private readonly IReadOnlyDictionary<string, int> _positions;

    public CallText(InvocationExpressionSyntax visited, IReadOnlyDictionary<string, int> positions, bool isAsync)
    {
        Visited = visited;
        _positions = positions;
        Async = isAsync ? "Async" : "";
    }

    public InvocationExpressionSyntax Visited { get; }

    public string Async { get; }

    public string Receiver => Visited.Expression is MemberAccessExpressionSyntax access
        ? access.Expression.AsReceiver()
        : "";

    /// <summary>The cancellation token as a last argument, with the comma before it.</summary>
    public string Cancel => Has("cancellationToken") ? ", " + this["cancellationToken"] : "";

    /// <summary>The same by name, behind optional parameters that are left out.</summary>
    public string NamedCancel => Has("cancellationToken") ? ", cancellationToken: " + this["cancellationToken"] : "";

    public string this[string parameter] => Node(parameter)?.Text() ?? "";

    public bool Has(string parameter) => Node(parameter) is { } node && node.Text() is not ("null" or "default");

    public ExpressionSyntax? Node(string parameter) => _positions.TryGetValue(parameter, out int position)
        ? Visited.ArgumentList.Arguments[position].Expression
        : null;
}
