using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry.OpenAIAssistants;

/// <summary>The clients of a project in the place of those of OpenAI or of an Azure OpenAI resource.</summary>
internal static class ProjectClients
{
    private static readonly string[] Services = ["OpenAIClient", "AzureOpenAIClient"];

    public static void AddTo(TableEntries entries, bool isProject)
    {
        entries.Types["AssistantClient"] = "AgentClients";
        entries.Types["AssistantClientOptions"] = "AIProjectClientOptions";
        entries.Keep("AssistantClientOptions", "Endpoint");
        entries.Members["AssistantClient.Pipeline"] = "Responses.Pipeline";
        entries.Members["AssistantClient.Endpoint"] = "Responses.Endpoint";
        entries.Creations["AssistantClient"] = ProjectConstruction.PlanHolder;
        foreach (string service in Services)
        {
            entries.Calls[service + ".GetAssistantClient"] = isProject
                ? (context, call) => context.Replace(call, text => $"new AgentClients({text.Receiver})")
                : BesideService;
            if (!isProject) continue;

            entries.Types[service] = "AIProjectClient";
            entries.Creations[service] = ProjectConstruction.PlanProject;
            foreach (string part in (string[])["GetOpenAIFileClient", "GetVectorStoreClient"]) entries.Calls[$"{service}.{part}"] = Part;
        }
    }

    /// <summary>Clients for files and stores that were made by themselves, or taken from a service that stays.</summary>
    public static void PlanOthers(RewriteContext context, SyntaxNode root)
    {
        foreach (ExpressionSyntax made in root.DescendantNodes().OfType<ExpressionSyntax>())
        {
            bool isMade = made is BaseObjectCreationExpressionSyntax
                || (made is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetOpenAIFileClient" or "GetVectorStoreClient" } access }
                    && ServiceClients.IsOne(context.TypeOf(access.Expression)) && !context.Table.IsLegacy(context.SymbolOf(made)!));
            if (isMade && context.TypeOf(made) is { Name: "OpenAIFileClient" or "VectorStoreClient" } type && type.ContainingNamespace.ToDisplayString().StartsWith("OpenAI.", StringComparison.Ordinal))
                context.Leave(made, $"agents see the files and stores of their project: use '{(type.Name == "OpenAIFileClient" ? "Files" : "VectorStores")}' of AgentClients");
        }
    }

    private static void Part(RewriteContext context, CallSite call)
    {
        // A project's client has the same method by inheritance.
        if (call.Invocation.Expression is MemberAccessExpressionSyntax access && ServiceClients.IsOne(context.TypeOf(access.Expression)))
            context.Replace(call, text => $"{text.Receiver}.ProjectOpenAIClient.{call.Name}()");
    }

    /// <summary>The service's client goes on doing what else it did.</summary>
    private static void BesideService(RewriteContext context, CallSite call)
    {
        context.Leave(call.Invocation, ProjectAddress.Reason(context, isEndpointGiven: false, hasCredential: false));
        context.Replace(call, _ => $"new AgentClients({ProjectAddress.Client(context, null, null)})");
    }
}
