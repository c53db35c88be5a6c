using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>The client and its parts become one holder of the clients of a project.</summary>
internal static class FoundryClientRewrites
{
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["Administration"] = "PersistentAgentsAdministrationClient",
        ["Threads"] = "Threads",
        ["Messages"] = "ThreadMessages",
        ["Runs"] = "ThreadRuns",
        ["Files"] = "PersistentAgentsFiles",
        ["VectorStores"] = "VectorStores",
    };

    public static void AddTo(TableEntries entries)
    {
        entries.Types["PersistentAgentsClient"] = "AgentClients";
        foreach (KeyValuePair<string, string> part in Parts)
        {
            entries.Types[part.Value] = "AgentClients";
            entries.Members["PersistentAgentsClient." + part.Key] = MemberRule.By(Part);
        }

        foreach (string options in (string[])["PersistentAgentsAdministrationClientOptions", "AssistantsClientOptions", "AIProjectClientOptions"])
            entries.Unknown[options] = "give 'AIProjectClientOptions' what these options say";
        entries.Creations["PersistentAgentsClient"] = Construct;
        entries.Creations["PersistentAgentsAdministrationClient"] = Construct;
        entries.Calls["PersistentAgentsExtensions.GetPersistentAgentsClient"] = (context, call) =>
        {
            if (call.Invocation.Expression is MemberAccessExpressionSyntax access
                && context.TypeOf(access.Expression)?.Name == "AIProjectClient")
                context.Replace(call, text => $"new AgentClients({text.Receiver})");
            else context.Block(call.Invocation, "make the client from an AIProjectClient");
        };
    }

    private static void Part(RewriteContext context, MemberUse use)
    {
        if (use.Access is { } access)
            context.Plan.Edit(access, visited => ((MemberAccessExpressionSyntax)visited).Expression.WithTriviaFrom(visited));
        else context.Block(use.Whole, "the parts of the client are one holder of clients now");
    }

    /// <summary>The project's client itself, by the names of its new parameters.</summary>
    public static void ConstructProject(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: 2 or 3 } arguments })
        {
            context.Block(creation, "a client made in this way is rewritten by hand");
            return;
        }

        DropOptions(context, arguments);

        string certain = IsMaybeNull(context, creation) ? "!" : "";
        context.Plan.Edit(creation, visited =>
        {
            BaseObjectCreationExpressionSyntax kept = (BaseObjectCreationExpressionSyntax)visited;
            SeparatedSyntaxList<ArgumentSyntax> given = kept.ArgumentList!.Arguments;
            ArgumentListSyntax made = SyntaxFactory.ParseArgumentList(
                $"(endpoint: new Uri({given[0].Expression.Text()}{certain}), tokenProvider: {given[1].Expression.Text()})");
            return kept.WithArgumentList(made.WithTriviaFrom(kept.ArgumentList));
        });
    }

    private static void Construct(RewriteContext context, BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is not { Arguments: { Count: 2 or 3 } arguments } || creation.Initializer is not null)
        {
            context.Block(creation, "a client made in this way is rewritten by hand");
            return;
        }

        DropOptions(context, arguments);

        string certain = IsMaybeNull(context, creation) ? "!" : "";
        context.Plan.Edit(creation, visited =>
        {
            BaseObjectCreationExpressionSyntax kept = (BaseObjectCreationExpressionSyntax)visited;
            string endpoint = kept.ArgumentList!.Arguments[0].Expression.Text() + certain;
            string credential = kept.ArgumentList.Arguments[1].Expression.Text();
            ArgumentListSyntax made = SyntaxFactory.ParseArgumentList(
                $"(new AIProjectClient(endpoint: new Uri({endpoint}), tokenProvider: {credential}))");
            return kept.WithArgumentList(made.WithTriviaFrom(kept.ArgumentList));
        });
    }

    /// <summary>The legacy packages say nothing about null; an address may not be.</summary>
    private static bool IsMaybeNull(RewriteContext context, BaseObjectCreationExpressionSyntax creation) =>
        context.Model.GetTypeInfo(creation.ArgumentList!.Arguments[0].Expression, context.CancellationToken)
            .Nullability.FlowState == NullableFlowState.MaybeNull;

    private static void DropOptions(RewriteContext context, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (arguments.Count == 3)
            context.Drop(arguments[2].Expression, "give 'AIProjectClientOptions' what the options said: " + LostPlan.Shorten(arguments[2].Expression.Text()));
    }
}
