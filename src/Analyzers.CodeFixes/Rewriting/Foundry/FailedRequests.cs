using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>What the calls throw: a handler of the old exception would compile and never see the new one.</summary>
internal static class FailedRequests
{
    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        foreach (CatchDeclarationSyntax declaration in root.DescendantNodes().OfType<CatchDeclarationSyntax>())
        {
            if (context.TypeOf(declaration.Type) is not { Name: "RequestFailedException", ContainingNamespace.Name: "Azure" }
                || declaration.Parent?.Parent is not TryStatementSyntax attempt || !CallsLegacy(context, attempt.Block))
                continue;

            context.Plan.Namespaces.Add("System.ClientModel");
            context.Plan.Edit(declaration.Type, visited => Code.Type("ClientResultException", visited));
            PlanUses(context, (CatchClauseSyntax)declaration.Parent);
        }
    }

    private static bool CallsLegacy(RewriteContext context, BlockSyntax block) => block.DescendantNodes()
        .OfType<InvocationExpressionSyntax>().Any(call => context.SymbolOf(call) is { } method
            && (context.Table.IsLegacy(method) || !method.DeclaringSyntaxReferences.IsEmpty));

    private static void PlanUses(RewriteContext context, CatchClauseSyntax clause)
    {
        if (clause.Declaration is not { Identifier.ValueText: { Length: > 0 } name }) return;

        foreach (MemberAccessExpressionSyntax access in clause.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (access.Expression is not IdentifierNameSyntax { Identifier.ValueText: { } used } || used != name
                || access.Name.Identifier.ValueText != "ErrorCode")
                continue;

            context.Replace(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.AsReceiver() + ".GetErrorCode()");
        }
    }
}
