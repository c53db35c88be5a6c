using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>
/// <c>Azure.AI.Projects</c> 1.0 previews → 2.x of the same package: the entries of their successor under the older names, all
/// calls on one client, lists in pages. What is rewritten compiles with the new version only.
/// </summary>
internal sealed class ProjectsRewrites : PersistentRewrites
{
    private const string Endpoint = "give it the endpoint of the project where it had a connection string";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["PersistentAgentsClient"] = "AgentsClient",
        ["PersistentAgentsAdministrationClient"] = "AgentsClient",
        ["Threads"] = "AgentsClient",
        ["ThreadMessages"] = "AgentsClient",
        ["ThreadRuns"] = "AgentsClient",
        ["PersistentAgentsFiles"] = "AgentsClient",
        ["VectorStores"] = "AgentsClient",
        ["PersistentAgent"] = "Agent",
        ["PersistentAgentThread"] = "AgentThread",
        ["PersistentThreadMessage"] = "ThreadMessage",
        ["PersistentAgentFileInfo"] = "AgentFile",
        ["PersistentAgentFilePurpose"] = "AgentFilePurpose",
        ["PersistentAgentsVectorStore"] = "VectorStore",
    };

    private ProjectsRewrites(TableEntries entries)
        : base(entries)
    {
    }

    public static new ProjectsRewrites Instance { get; } = new(Create());

    public override LegacyFamily Family => LegacyFamily.AzureProjects;

    public override string Client => "AgentsClient";

    public override string Agent => "Agent";

    public override IReadOnlyCollection<string> Immediate => [];

    public override bool CompilesBesideSuccessor => false;

    public override string? MissingFrom(Compilation compilation) => null;

    public override string Spell(string type, Compilation compilation) => type;

    protected override bool IsLegacyType(INamedTypeSymbol? type) => type is
    {
        ContainingNamespace:
        {
            Name: "Projects",
            ContainingNamespace: { Name: "AI", ContainingNamespace: { Name: "Azure", ContainingNamespace.IsGlobalNamespace: true } },
        },
    };

    private static TableEntries Create()
    {
        TableEntries entries = Entries().Renamed(Names);
        ProjectTools.RemoveFrom(entries);
        Pages.AddTo(entries);
        ConversationLists.AddTo(entries, isAll: true, "AgentsClient", "AgentsClient");
        entries.Calls["AgentsClient.GetMessages"] = FoundryMessageRewrites.ListAll;
        entries.Calls["AgentsClient.GetRunSteps"] = (context, call) => FoundryStepRewrites.List(context, call, "ListSteps");
        entries.Calls["AgentsClient.GetAgents"] = (context, call) => FoundryAgentRewrites.List(context, call, "ListAgents");
        entries.Types["AIProjectClient"] = "AIProjectClient";
        entries.Creations["AIProjectClient"] = (context, creation) =>
        {
            FoundryClientRewrites.ConstructProject(context, creation);
            context.Leave(creation, Endpoint);
        };
        Action<RewriteContext, BaseObjectCreationExpressionSyntax> construct = entries.Creations["AgentsClient"];
        entries.Creations["AgentsClient"] = (context, creation) =>
        {
            construct(context, creation);
            context.Leave(creation, Endpoint);
        };
        RawCalls.AddTo(entries);
        entries.Calls["AIProjectClient.GetAgentsClient"] = (context, call) =>
            context.Replace(call, text => $"new AgentClients({text.Receiver})");
        return entries;
    }
}
