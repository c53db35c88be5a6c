using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.OpenAI;

/// <summary>
/// One client becomes a holder of the several that v2 spreads its calls over: variables, parameters and registrations stay
/// one each.
/// </summary>
internal static class ClientRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["AssistantClient"] = "AgentClients";
        entries.Types["AssistantClientOptions"] = "OpenAIClientOptions";
        entries.Keep("AssistantClientOptions", "Endpoint", "OrganizationId", "ProjectId", "UserAgentApplicationId");
        entries.Members["AssistantClient.Pipeline"] = "Responses.Pipeline";
        entries.Members["AssistantClient.Endpoint"] = "Responses.Endpoint";
        entries.Creations["AssistantClient"] = Construct;
        entries.Calls["OpenAIClient.GetAssistantClient"] = FromFactory;
        entries.Calls["AzureOpenAIClient.GetAssistantClient"] = FromAzure;
    }

    private static void Construct(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments.Count: > 0 } || creation.Initializer is not null)
        {
            context.Block(creation, "a client made in this way is rewritten by hand");
            return;
        }

        context.Plan.Edit(creation, visited =>
        {
            BaseObjectCreationExpressionSyntax kept = (BaseObjectCreationExpressionSyntax)visited;
            string inner = "new OpenAIClient" + kept.ArgumentList!.WithoutTrivia().ToFullString();
            ArgumentListSyntax arguments = SyntaxFactory.ParseArgumentList("(" + inner + ")");
            return kept.WithArgumentList(arguments.WithTriviaFrom(kept.ArgumentList!));
        });
    }

    private static void FromFactory(RewriteContext context, CallSite call) =>
        context.Replace(call, text => $"new AgentClients({text.Receiver})");

    /// <summary>Azure OpenAI itself has no conversations; the client must be pointed at a Foundry project.</summary>
    private static void FromAzure(RewriteContext context, CallSite call)
    {
        context.Leave(
            call.Invocation, "an Azure OpenAI resource has no conversations: use an OpenAIClient for the Foundry project's openai/v1 endpoint");
        FromFactory(context, call);
    }
}
