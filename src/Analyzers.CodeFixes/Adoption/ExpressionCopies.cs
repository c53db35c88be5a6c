using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Adoption;

/// <summary>Copies expressions that may be evaluated a second time without being noticed.</summary>
internal static class ExpressionCopies
{
    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The expression's text, or null when reading it twice might do something twice.</summary>
    public static string? TryCopy(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        BinaryExpressionSyntax { Right: ThrowExpressionSyntax } checkedValue => TryCopy(checkedValue.Left, model),
        _ => IsSafe(expression, model) ? expression.WithoutTrivia().ToString() : null,
    };

    private static bool IsSafe(ExpressionSyntax? expression, SemanticModel model) => expression switch
    {
        null or LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax => true,
        SimpleNameSyntax => model.GetSymbolInfo(expression).Symbol is not IMethodSymbol,
        MemberAccessExpressionSyntax access => IsSafe(access.Expression, model),
        ParenthesizedExpressionSyntax inner => IsSafe(inner.Expression, model),
        CastExpressionSyntax cast => IsSafe(cast.Expression, model),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.SuppressNullableWarningExpression)
            && IsSafe(unary.Operand, model),
        BinaryExpressionSyntax binary => IsSafe(binary.Left, model) && IsSafe(binary.Right, model),
        ElementAccessExpressionSyntax element => IsSafe(element.Expression, model) && AreSafe(element.ArgumentList, model),
        InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>()
            .All(part => IsSafe(part.Expression, model)),
        ObjectCreationExpressionSyntax { Initializer: null } creation => IsValue(creation, model)
            && AreSafe(creation.ArgumentList, model),
        InvocationExpressionSyntax call => IsReading(call, model) && AreSafe(call.ArgumentList, model),
        _ => false,
    };

    private static bool AreSafe(BaseArgumentListSyntax? list, SemanticModel model) =>
        list is null || list.Arguments.All(argument =>
            argument.RefKindKeyword.IsKind(SyntaxKind.None) && IsSafe(argument.Expression, model));

    /// <summary>Addresses and credentials: a second one is as good as the first.</summary>
    private static bool IsValue(ObjectCreationExpressionSyntax creation, SemanticModel model) =>
        model.GetTypeInfo(creation).Type is { } type
        && (type.Name == "Uri" || type.Name.EndsWith("Credential", StringComparison.Ordinal));

    private static bool IsReading(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method) return false;

        string type = (method.ReducedFrom ?? method).ContainingType.ToDisplayString(FullName);
        return (type == "System.Environment" && method.Name == "GetEnvironmentVariable")
            || (type.StartsWith("Microsoft.Extensions.Configuration.", StringComparison.Ordinal)
                && method.Name.StartsWith("Get", StringComparison.Ordinal)
                && (call.Expression as MemberAccessExpressionSyntax)?.Expression is { } receiver
                && IsSafe(receiver, model));
    }
}
