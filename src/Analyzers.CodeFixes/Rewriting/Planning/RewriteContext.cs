using AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Plans;
using AgentsMigration.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>One file while it is planned.</summary>
internal sealed class RewriteContext
{
    private readonly IReadOnlyList<FoundSite> _sites;

    public RewriteContext(
        RewriteTable table,
        SemanticModel model,
        SiteFinder finder,
        IReadOnlyList<FoundSite> sites,
        UnitFacts facts,
        CancellationToken cancellationToken)
    {
        Table = table;
        Model = model;
        Finder = finder;
        Facts = facts;
        CancellationToken = cancellationToken;
        _sites = sites;
    }

    public RewriteTable Table { get; }

    public SemanticModel Model { get; }

    public UnitFacts Facts { get; }

    public DocumentPlan Plan { get; } = new();

    public CancellationToken CancellationToken { get; }

    public IReadOnlyList<FoundSite> Sites => _sites;

    /// <summary>What goes into a tool from elsewhere in the code: files, vector stores.</summary>
    public Dictionary<SyntaxNode, Func<string>> ToolInputs { get; } = [];

    /// <summary>Expressions that are given as they are, where their implicit conversion would be written out.</summary>
    public HashSet<SyntaxNode> Unconverted { get; } = [];

    /// <summary>What other code of this file has become: for code that moves. To be asked while the plan is applied.</summary>
    public string Rewritten(SyntaxNode original) => RewrittenNode(original).Text();

    public SyntaxNode RewrittenNode(SyntaxNode original) => PlanApplier.Apply(original, Plan);

    /// <summary>The runs of this file and how their code waits for them.</summary>
    public RunFlows Flows { get; } = new();

    public SiteFinder Finder { get; }

    public bool HasCollectionExpressions =>
        ((CSharpParseOptions)Model.SyntaxTree.Options).LanguageVersion >= (LanguageVersion)1200;

    public ISymbol? SymbolOf(SyntaxNode node)
    {
        SymbolInfo info = Model.GetSymbolInfo(node, CancellationToken);
        return info.Symbol ?? (info.CandidateSymbols.IsEmpty ? null : info.CandidateSymbols[0]);
    }

    /// <summary>Where a variable is named in the function around a node.</summary>
    public IEnumerable<IdentifierNameSyntax> UsesOf(ISymbol? variable, SyntaxNode near) => variable is null ? [] : Code.FunctionOf(near)
        .DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Name
            && SymbolEqualityComparer.Default.Equals(SymbolOf(name), variable));

    public IEnumerable<IdentifierNameSyntax> UsesOf(VariableDeclaratorSyntax variable) =>
        UsesOf(Model.GetDeclaredSymbol(variable, CancellationToken), variable);

    public TypeInfo TypeInfoOf(SyntaxNode expression) => Model.GetTypeInfo(expression, CancellationToken);

    public ITypeSymbol? TypeOf(SyntaxNode expression) => TypeInfoOf(expression).Type;

    /// <summary>The simple name of the legacy type of an expression, without the shell of an answer; null for others.</summary>
    public string? LegacyTypeOf(SyntaxNode expression) => LegacyName(TypeOf(expression));

    public string? LegacyName(ITypeSymbol? type) =>
        Unwrap(type) is { } named && Table.IsLegacy(named) ? named.Name : null;

    public void Replace(SyntaxNode node, Func<SyntaxNode, string> text) =>
        Plan.Edit(node, visited => Code.Expression(text(visited), visited));

    public void Replace(CallSite call, Func<CallText, string> text) =>
        Plan.Edit(call.Invocation, visited =>
        {
            if (visited is not InvocationExpressionSyntax) return visited;

            string replaced = text(call.In(visited));
            foreach (SyntaxTrivia comment in call.Invocation.ArgumentList.DescendantTrivia())
            {
                if (comment.IsKind(SyntaxKind.SingleLineCommentTrivia) && !replaced.Contains(comment.ToString()))
                    Plan.KeepComment(call.Invocation, comment.ToString());
            }

            return Code.Expression(replaced, visited);
        });

    public void Leave(SyntaxNode node, string reason) => Plan.Leave(node, RuleAt(node), reason);

    /// <summary>A note on an option of a call: at the call where the option is written in a statement of its own, for that goes.</summary>
    public void Leave(CallSite call, SyntaxNode option, string reason) =>
        Leave(call.Invocation.Span.Contains(option.Span) ? option : call.Invocation, reason);

    /// <summary>An argument that goes, with the variables that were made for it alone.</summary>
    public void Drop(ExpressionSyntax expression, string reason)
    {
        Leave(expression, reason);
        DroppedCode.Remove(this, expression);
    }

    public void Block(SyntaxNode node, string reason) => Plan.Block(node, RuleAt(node), reason);

    /// <summary>The elements of an array or collection as text; <c>[a, b]</c> where the language has that.</summary>
    public string Collection(string elementType, IEnumerable<string> elements)
    {
        string inner = string.Join(", ", elements);
        if (HasCollectionExpressions) return "[" + inner + "]";
        return inner.Length == 0 ? $"new {elementType}[0]" : $"new {elementType}[] {{ {inner} }}";
    }

    public static INamedTypeSymbol? Unwrap(ITypeSymbol? type)
    {
        for (int depth = 0; depth < 3; depth++)
        {
            if (type is not INamedTypeSymbol named) return null;
            if (named.TypeArguments.Length != 1
                || named.Name is not ("Task" or "ValueTask" or "ClientResult" or "Nullable" or "Response"))
                return named;
            type = named.TypeArguments[0];
        }

        return type as INamedTypeSymbol;
    }

    /// <summary>The rule of the site that a node is, or is nearest to.</summary>
    private string RuleAt(SyntaxNode node)
    {
        FoundSite? best = null;
        foreach (FoundSite found in _sites)
        {
            if (!found.Site.Node.Span.IntersectsWith(node.Span)) continue;
            if (best is null || Distance(found, node) < Distance(best, node)) best = found;
        }

        return "AGM" + (best is null ? "1007" : ((int)best.Site.Rule).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Distance(FoundSite found, SyntaxNode node) =>
        Math.Abs(found.Site.Node.SpanStart - node.SpanStart) + Math.Abs(found.Site.Node.Span.End - node.Span.End);
}
