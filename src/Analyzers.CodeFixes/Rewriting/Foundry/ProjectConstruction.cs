using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>The construction of a project's client where one of OpenAI or of an Azure OpenAI resource was constructed.</summary>
internal static class ProjectConstruction
{
    /// <summary>For a client of assistants: the holder of the clients of a project.</summary>
    public static void PlanHolder(RewriteContext context, BaseObjectCreationExpressionSyntax creation) =>
        Plan(context, creation, isHolder: true);

    /// <summary>For the client of a whole service: that of the project itself.</summary>
    public static void PlanProject(RewriteContext context, BaseObjectCreationExpressionSyntax creation) =>
        Plan(context, creation, isHolder: false);

    private static void Plan(RewriteContext context, BaseObjectCreationExpressionSyntax creation, bool isHolder)
    {
        if (creation.ArgumentList is not { Arguments: { Count: > 0 } arguments } || creation.Initializer is not null)
        {
            context.Block(creation, "a client made in this way is rewritten by hand");
            return;
        }

        ExpressionSyntax? endpoint = null, credential = null;
        foreach (ExpressionSyntax given in arguments.Select(argument => argument.Expression))
        {
            if (context.TypeOf(given) is { Name: "Uri" }) endpoint = given;
            else if (ProjectAddress.IsCredential(context.TypeOf(given))) credential = given;
            else if (ProjectAddress.Options(context, given) is { } said)
                context.Leave(given, "give 'AIProjectClientOptions' what the options said: " + said);
        }

        // The client of a service is no legacy site itself: the note is about the clients that are taken from it.
        string reason = ProjectAddress.Reason(context, endpoint is not null, credential is not null);
        if (isHolder) context.Leave(creation, reason);
        else context.Plan.Leave(creation, "AGM1002", reason);

        foreach (ArgumentSyntax argument in arguments)
        {
            if (argument.Expression != endpoint && argument.Expression != credential) DroppedCode.Remove(context, argument.Expression);
        }

        context.Plan.Edit(creation, visited =>
        {
            BaseObjectCreationExpressionSyntax kept = (BaseObjectCreationExpressionSyntax)visited;
            string made = isHolder
                ? $"({ProjectAddress.Client(context, endpoint, credential)})"
                : ProjectAddress.Arguments(context, endpoint, credential);
            return kept.WithArgumentList(SyntaxFactory.ParseArgumentList(made).WithTriviaFrom(kept.ArgumentList!));
        });
    }
}
