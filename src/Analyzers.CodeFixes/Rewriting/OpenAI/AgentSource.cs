using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>Where the id of an assistant comes from: its definition must be in the code, or a person has to put it there.</summary>
internal static class AgentSource
{
    /// <summary>The definition behind an id, as text: the variable itself where the id is taken from it.</summary>
    public static string Definition(ExpressionSyntax visitedId, bool isOwnId) =>
        isOwnId && Code.WithoutParentheses(visitedId) is MemberAccessExpressionSyntax access
            ? access.Expression.AsReceiver()
            : $"AgentDefinition.Get({visitedId.Text()})";

    /// <summary>True for <c>assistant.Id</c>.</summary>
    public static bool IsOwnId(RewriteContext context, ExpressionSyntax? id) =>
        id is not null && Code.WithoutParentheses(id) is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Id" } access
        && context.LegacyTypeOf(access.Expression) == context.Table.Agent;

    public static void Check(RewriteContext context, ExpressionSyntax? id)
    {
        if (id is null || IsKnown(context, id, depth: 0)) return;
        context.Leave(id, context.Table.UnknownAgent);
    }

    private static bool IsKnown(RewriteContext context, ExpressionSyntax id, int depth)
    {
        id = Code.WithoutParentheses(id);
        if (id is PostfixUnaryExpressionSyntax bang) return IsKnown(context, bang.Operand, depth);
        if (id is ConditionalAccessExpressionSyntax { Expression: { } owner }) return context.LegacyTypeOf(owner) == context.Table.Agent;
        if (id is MemberAccessExpressionSyntax access
            && context.LegacyTypeOf(access.Expression) is { } type
            && (type == context.Table.Agent || type is "ThreadRun" or "ThreadMessage" or "PersistentThreadMessage"))
            return true;
        return depth < 4 && context.SymbolOf(id) is { } symbol && IsKnown(context, symbol, depth + 1);
    }

    /// <summary>A variable whose value is somewhere taken from an assistant, in the files of its type.</summary>
    private static bool IsKnown(RewriteContext context, ISymbol symbol, int depth)
    {
        if (symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IParameterSymbol)) return false;

        SyntaxNode root = context.Model.SyntaxTree.GetRoot(context.CancellationToken);
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            ExpressionSyntax? value = node switch
            {
                AssignmentExpressionSyntax assignment when Names(assignment.Left, symbol) => assignment.Right,
                VariableDeclaratorSyntax { Initializer: { } given } variable when variable.Identifier.ValueText == symbol.Name =>
                    given.Value,
                ArgumentSyntax argument when symbol is IParameterSymbol => argument.Expression,
                PropertyDeclarationSyntax property when property.Identifier.ValueText == symbol.Name =>
                    property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (value is null) continue;
            if (node is AssignmentExpressionSyntax { Left: { } left } && !Is(context.SymbolOf(left), symbol)) continue;
            if (node is ArgumentSyntax passed && !IsFor(context, passed, (IParameterSymbol)symbol)) continue;
            if (value is not LiteralExpressionSyntax && IsKnown(context, value, depth)) return true;
        }

        return false;
    }

    private static bool Names(ExpressionSyntax left, ISymbol symbol) => left switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == symbol.Name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == symbol.Name,
        _ => false,
    };

    private static bool IsFor(RewriteContext context, ArgumentSyntax argument, IParameterSymbol parameter)
    {
        if (argument.Parent?.Parent is not { } call || context.SymbolOf(call) is not IMethodSymbol method
            || !Is(method, parameter.ContainingSymbol))
            return false;

        return argument.NameColon is { } named
            ? named.Name.Identifier.ValueText == parameter.Name
            : ((BaseArgumentListSyntax)argument.Parent).Arguments.IndexOf(argument) == parameter.Ordinal;
    }

    private static bool Is(ISymbol? found, ISymbol? symbol) =>
        SymbolEqualityComparer.Default.Equals(found?.OriginalDefinition, symbol?.OriginalDefinition);
}
