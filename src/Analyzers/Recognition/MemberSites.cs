using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.Recognition;

/// <summary>Sites that are a use of a member.</summary>
internal static class MemberSites
{
    private static readonly string[] TextMethods =
        ["ToString", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Trim"];

    public static LegacySite? Of(
        LegacyType type, string memberName, LegacyMember member, SimpleNameSyntax name, bool isBound)
    {
        SyntaxNode whole = NamePositions.Whole(name);
        Equivalent equivalent = member.Equivalent;
        if (ReferenceEquals(equivalent, ClientEquivalents.SubClient) && IsStep(whole)) return null;

        if (ReferenceEquals(equivalent, RunStatusEquivalents.Property) && TextComparison(whole) is { } comparison)
        {
            whole = comparison;
            equivalent = RunStatusEquivalents.Text;
        }

        return new(type, WithoutAsync(memberName), equivalent, whole, isBound);
    }

    public static string WithoutAsync(string name) => name.EndsWith("Async", StringComparison.Ordinal)
        ? name.Substring(0, name.Length - "Async".Length)
        : name;

    /// <summary>In client.Runs.CreateRun(…) the call is the site, not the way to it.</summary>
    private static bool IsStep(SyntaxNode node) =>
        node.Parent is MemberAccessExpressionSyntax access && access.Expression == node;

    /// <summary>The whole comparison when a status is held against text.</summary>
    private static SyntaxNode? TextComparison(SyntaxNode status)
    {
        SyntaxNode value = status;
        bool isText = false;
        while (true)
        {
            switch (value.Parent)
            {
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
                    when access.Expression == value:
                    string method = access.Name.Identifier.ValueText;
                    if (Array.IndexOf(TextMethods, method) >= 0)
                    {
                        value = call;
                        isText = true;
                        continue;
                    }

                    return method == "Equals" && call.ArgumentList.Arguments.Count > 0
                        && (isText || IsText(call.ArgumentList.Arguments[0].Expression))
                        ? call
                        : null;
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.EqualsExpression)
                    || binary.IsKind(SyntaxKind.NotEqualsExpression):
                    return IsText(binary.Left == value ? binary.Right : binary.Left) ? binary : null;
                case IsPatternExpressionSyntax pattern:
                    return isText ? pattern : null;
                case SwitchStatementSyntax or SwitchExpressionSyntax:
                    return isText ? value : null;
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax:
                    value = value.Parent;
                    continue;
                default:
                    return null;
            }
        }
    }

    private static bool IsText(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.StringLiteralExpression) || expression is InterpolatedStringExpressionSyntax;
}
