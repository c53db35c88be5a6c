using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

/// <summary>Writes out conversions that the legacy types had and the new ones do not, such as text to message content.</summary>
internal static class ConversionPlan
{
    public static bool MayConvert(ExpressionSyntax expression) => expression.Parent is ArgumentSyntax
        or InitializerExpressionSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax
        or ConditionalExpressionSyntax
        || (expression.Parent is AssignmentExpressionSyntax assignment && assignment.Right == expression)
        || IsCollectionElement(expression);

    /// <summary>By name: the oldest compiler that loads this has no such node.</summary>
    private static bool IsCollectionElement(ExpressionSyntax expression) =>
        expression.Parent?.GetType().Name == "ExpressionElementSyntax";

    public static void Plan(RewriteContext context, ExpressionSyntax expression)
    {
        if (context.Unconverted.Contains(expression)) return;

        TypeInfo info = context.Model.GetTypeInfo(expression, context.CancellationToken);
        if (info.Type is null || info.ConvertedType is null) return;

        ITypeSymbol to = info.ConvertedType;
        if (SymbolEqualityComparer.Default.Equals(info.Type, to) || !context.Table.IsLegacy(to)) return;
        if (!context.Table.Conversions.TryGetValue((info.Type.Name, to.Name), out string? text)) return;

        context.Replace(expression, visited => string.Format(
            System.Globalization.CultureInfo.InvariantCulture, text, visited.Text()));
    }
}
