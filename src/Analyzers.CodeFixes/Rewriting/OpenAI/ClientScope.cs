using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>A client that code at some place can use, for calls that had another receiver or none.</summary>
internal static class ClientScope
{
    public static string? Find(RewriteContext context, SyntaxNode node)
    {
        foreach (SyntaxNode ancestor in node.Ancestors())
        {
            if (ancestor is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
                && context.LegacyTypeOf(access.Expression) == context.Table.Client
                && access.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax)
                return access.Expression.Text();
        }

        foreach (ISymbol symbol in context.Model.LookupSymbols(node.SpanStart))
        {
            ITypeSymbol? type = symbol switch
            {
                ILocalSymbol local when IsBefore(local, node) => local.Type,
                IParameterSymbol parameter => parameter.Type,
                IFieldSymbol field => field.Type,
                IPropertySymbol property => property.Type,
                _ => null,
            };
            if (type is INamedTypeSymbol named && named.Name == context.Table.Client && context.Table.IsLegacy(named)
                && (!symbol.IsStatic || symbol.ContainingType is not null))
                return symbol.Name;
        }

        return null;
    }

    public static bool CanAwait(SyntaxNode node) => Code.FunctionOf(node) switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        CompilationUnitSyntax => true,
        _ => false,
    };

    private static bool IsBefore(ILocalSymbol local, SyntaxNode node) =>
        local.DeclaringSyntaxReferences.Length > 0 && local.DeclaringSyntaxReferences[0].Span.End < node.SpanStart;
}
