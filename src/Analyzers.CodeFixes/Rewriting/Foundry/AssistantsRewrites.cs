using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary><c>Azure.AI.OpenAI.Assistants</c> → <c>Azure.AI.Projects</c> 2.x: the entries of its successors under the oldest names.</summary>
internal sealed class AssistantsRewrites : PersistentRewrites
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["PersistentAgentsClient"] = "AssistantsClient",
        ["PersistentAgentsAdministrationClient"] = "AssistantsClient",
        ["Threads"] = "AssistantsClient",
        ["ThreadMessages"] = "AssistantsClient",
        ["ThreadRuns"] = "AssistantsClient",
        ["PersistentAgentsFiles"] = "AssistantsClient",
        ["PersistentAgent"] = "Assistant",
        ["PersistentAgentThread"] = "AssistantThread",
        ["PersistentThreadMessage"] = "ThreadMessage",
        ["PersistentAgentFileInfo"] = "OpenAIFile",
        ["PersistentAgentFilePurpose"] = "OpenAIFilePurpose",
    };

    private AssistantsRewrites(TableEntries entries)
        : base(entries)
    {
    }

    public static new AssistantsRewrites Instance { get; } = new(Create());

    public override LegacyFamily Family => LegacyFamily.AzureAssistants;

    public override string Client => "AssistantsClient";

    public override string Agent => "Assistant";

    public override IReadOnlyCollection<string> Immediate => [];

    protected override bool IsLegacyType(INamedTypeSymbol? type) => type is
    {
        ContainingNamespace:
        {
            Name: "Assistants",
            ContainingNamespace: { Name: "OpenAI", ContainingNamespace: { Name: "AI", ContainingNamespace.Name: "Azure" } },
        },
    };

    private static TableEntries Create()
    {
        TableEntries entries = Entries().Renamed(Names);
        Pages.AddTo(entries);
        entries.Keep("MessageRole", "Assistant");
        entries.Keep("OpenAIFilePurpose", "Assistants");
        entries.Lose("ThreadMessage", "an item of a conversation does not have this", "FileIds");
        entries.Lose("Assistant", "the files of an agent are those of its tools", "FileIds");

        entries.Types["AssistantCreationOptions"] = "AssistantCreationOptions";
        entries.Keep("AssistantCreationOptions", "Name", "Description", "Instructions", "Metadata", "Tools", "FileIds");

        const string Client = "AssistantsClient.";
        entries.Calls[Client + "GetMessages"] = FoundryMessageRewrites.ListAll;
        entries.Calls[Client + "GetRunSteps"] = (context, call) => FoundryStepRewrites.List(context, call, "ListSteps");
        entries.Calls[Client + "CreateAssistant"] = AssistantDefinition.Plan;
        entries.Calls[Client + "GetAssistant"] = entries.Calls[Client + "GetAgent"];
        entries.Calls[Client + "DeleteAssistant"] = entries.Calls[Client + "DeleteAgent"];
        entries.Calls[Client + "GetAssistants"] = (context, call) => FoundryAgentRewrites.List(context, call, "ListAgents");
        entries.Types["RetrievalToolDefinition"] = "FileSearchTool";
        entries.Creations["RetrievalToolDefinition"] = AssistantDefinition.Retrieval;
        entries.Creations["AssistantsClient"] = ProjectConstruction.PlanHolder;
        ConversationLists.AddTo(entries, isAll: true, "AssistantsClient", "AssistantsClient");
        RawCalls.AddTo(entries);
        return entries;
    }
}
