using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>
/// A local variable for a thread leaves its type to the compiler: 2.0 and 3.0 of the package name the conversation's type
/// differently.
/// </summary>
internal static class ConversationVariables
{
    private static readonly string?[] Threads = ["PersistentAgentThread", "AgentThread", "AssistantThread"];

    public static void Plan(RewriteContext context, SyntaxNode root)
    {
        foreach (ForEachStatementSyntax loop in root.DescendantNodes().OfType<ForEachStatementSyntax>())
        {
            if (!loop.Type.IsVar && Threads.Contains(context.LegacyTypeOf(loop.Type)))
                context.Plan.Edit(loop.Type, visited => Code.Type("var", visited));
        }

        foreach (VariableDeclarationSyntax declaration in root.DescendantNodes().OfType<VariableDeclarationSyntax>())
        {
            if (declaration.Parent is not LocalDeclarationStatementSyntax || declaration.Type.IsVar
                || declaration.Variables is not { Count: 1 } variables || variables[0].Initializer is not { Value: { } value }
                || !Threads.Contains(context.LegacyTypeOf(declaration.Type)))
                continue;

            context.Plan.Edit(declaration.Type, visited => Code.Type("var", visited));
            if (!IsShell(context, declaration.Type) && IsShell(context, value))
                context.Plan.Edit(value.Parent!, visited =>
                {
                    EqualsValueClauseSyntax clause = (EqualsValueClauseSyntax)visited;
                    return clause.WithValue(Code.Expression(clause.Value.AsReceiver() + ".Value", clause.Value));
                });
        }
    }

    private static bool IsShell(RewriteContext context, SyntaxNode node) =>
        context.TypeOf(node) is INamedTypeSymbol { Name: "Response" or "ClientResult" };
}
