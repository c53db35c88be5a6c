using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>
/// The run that a required action carries: in v2 the function call comes without its response, so the variable takes the
/// response from the updates that have it.
/// </summary>
internal static class StreamedRun
{
    public static void Plan(RewriteContext context, ExpressionSyntax run)
    {
        if (Code.Outermost(run).Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable, Parent: ExpressionStatementSyntax statement }
            && run.FirstAncestorOrSelf<ForEachStatementSyntax>() is { Statement: BlockSyntax { Statements: { Count: > 0 } body } } loop
            && context.LegacyTypeOf(variable) == "ThreadRun")
        {
            string name = variable.Identifier.ValueText;
            context.Plan.Remove(statement);
            context.Plan.Before(body[0], $"{name} = {loop.Identifier.ValueText}.GetResponse() ?? {name};");
            return;
        }

        context.Block(run, "a function call is streamed without its response: take that from the updates that have it");
    }
}
