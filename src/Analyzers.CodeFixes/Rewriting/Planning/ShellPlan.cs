using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>
/// Shells around results: the collections that v2 has no type of become plain sequences, and what comes without a call of
/// the service loses its shell, its <c>Value</c> and its <c>await</c>.
/// </summary>
internal static class ShellPlan
{
    private static readonly Dictionary<string, string> Sequences = new(StringComparer.Ordinal)
    {
        ["CollectionResult"] = "IEnumerable",
        ["AsyncCollectionResult"] = "IAsyncEnumerable",
        ["Pageable"] = "IEnumerable",
        ["AsyncPageable"] = "IAsyncEnumerable",
        ["PageableList"] = "IReadOnlyList",
    };

    public static bool IsShell(GenericNameSyntax name) => name.TypeArgumentList.Arguments.Count == 1
        && (name.Identifier.ValueText is "ClientResult" or "Response" || Sequences.ContainsKey(name.Identifier.ValueText));

    public static void PlanType(RewriteContext context, GenericNameSyntax name)
    {
        if (context.Plan.IsEdited(name)) return;

        if (context.LegacyName(context.TypeOf(name.TypeArgumentList.Arguments[0])) is not { } element)
        {
            if (name.Identifier.ValueText == "Response" && IsAnswerToLegacyCall(context, name)) Rename(context, name, "ClientResult");
            return;
        }

        if (Sequences.TryGetValue(name.Identifier.ValueText, out string? sequence))
        {
            if (element == "StreamingUpdate") return;
            if (context.Table.Bare.Contains(element)) sequence = "IEnumerable";
            context.Plan.Namespaces.Add("System.Collections.Generic");
            Rename(context, name, sequence);
        }
        else if (name.Identifier.ValueText == "Response" && !context.Table.Bare.Contains(element))
        {
            Rename(context, name, "ClientResult");
        }
        else if (context.Table.Bare.Contains(element))
        {
            context.Plan.Edit(name, visited => Code.Type(
                ((GenericNameSyntax)visited).TypeArgumentList.Arguments[0].Text(), visited));
        }
    }

    public static void PlanValue(RewriteContext context, MemberAccessExpressionSyntax access)
    {
        if (context.TypeOf(access.Expression) is not INamedTypeSymbol { Name: "ClientResult" or "Response" } shell
            || context.LegacyName(shell) is not { } type || !context.Table.Bare.Contains(type))
            return;

        context.Plan.Edit(access, visited => visited is MemberAccessExpressionSyntax value
            ? Bare(value.Expression).WithTriviaFrom(visited)
            : visited);
    }

    public static void PlanAwait(RewriteContext context, AwaitExpressionSyntax wait)
    {
        if (BareCall(context, wait.Expression) is null || Keeps(context, wait)) return;

        context.Plan.Edit(wait, visited => visited is AwaitExpressionSyntax kept
            ? WithoutConfigure(kept.Expression).WithTriviaFrom(visited)
            : visited);
    }

    /// <summary>True when the call's result is awaited on the spot and the function can do without that await.</summary>
    public static bool LosesAwait(RewriteContext context, InvocationExpressionSyntax call)
    {
        SyntaxNode node = call;
        if (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
            node = configured;
        return node.Parent is AwaitExpressionSyntax wait && !Keeps(context, wait);
    }

    /// <summary>A loop over what is no sequence of the service any more is a plain one.</summary>
    public static void PlanLoop(RewriteContext context, ForEachStatementSyntax loop)
    {
        if (!loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)) return;
        if (context.TypeOf(loop.Expression) is not INamedTypeSymbol { TypeArguments.Length: 1 } sequence
            || context.LegacyName(sequence.TypeArguments[0]) is not { } element || !context.Table.Immediate.Contains(element))
            return;

        context.Plan.Edit(loop, visited =>
        {
            ForEachStatementSyntax plain = (ForEachStatementSyntax)visited;
            return plain.WithAwaitKeyword(default).WithLeadingTrivia(visited.GetLeadingTrivia());
        });
    }

    /// <summary>True for <c>Response&lt;bool&gt; deleted = client.DeleteAgent(…)</c>: what is in the shell tells nothing.</summary>
    private static bool IsAnswerToLegacyCall(RewriteContext context, GenericNameSyntax shell)
    {
        if (shell.Parent is not VariableDeclarationSyntax { Variables: { Count: 1 } variables }
            || variables[0].Initializer is not { } initializer)
            return false;
        ExpressionSyntax value = Code.WithoutParentheses(initializer.Value);
        if (value is AwaitExpressionSyntax wait) value = WithoutConfigure(wait.Expression);
        return value is InvocationExpressionSyntax call && context.SymbolOf(call) is { } method && context.Table.IsLegacy(method);
    }

    private static void Rename(RewriteContext context, GenericNameSyntax shell, string name)
    {
        if (name == "ClientResult") context.Plan.Namespaces.Add("System.ClientModel");
        context.Plan.Edit(shell, visited => ((GenericNameSyntax)visited).WithIdentifier(
            SyntaxFactory.Identifier(name).WithTriviaFrom(((GenericNameSyntax)visited).Identifier)));
    }

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax inner
        && inner.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax
            or InvocationExpressionSyntax
        ? inner.Expression
        : expression;

    private static ExpressionSyntax WithoutConfigure(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax
        { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } access }
            ? access.Expression
            : expression;

    private static InvocationExpressionSyntax? BareCall(RewriteContext context, ExpressionSyntax awaited)
    {
        if (WithoutConfigure(awaited) is not InvocationExpressionSyntax call) return null;
        if (context.SymbolOf(call) is not IMethodSymbol method || !context.Table.IsLegacy(method.ContainingType)) return null;
        return context.LegacyName(method.ReturnType) is { } type && context.Table.Immediate.Contains(type) ? call : null;
    }

    /// <summary>An async function that would be left without any await keeps this one.</summary>
    private static bool Keeps(RewriteContext context, AwaitExpressionSyntax wait)
    {
        SyntaxNode function = Code.FunctionOf(wait);
        if (function is CompilationUnitSyntax) return false;

        foreach (SyntaxNode node in Code.OwnNodes(function))
        {
            if (node is AwaitExpressionSyntax other && BareCall(context, other.Expression) is null) return false;
            if (node is CommonForEachStatementSyntax loop && loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)) return false;
            if (node is UsingStatementSyntax @using && @using.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)) return false;
        }

        return true;
    }
}
