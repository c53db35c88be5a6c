using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Azure.AI.Projects 1.0.0-beta.1 to beta.8: one client, and the names before they became persistent.</summary>
internal static class AzureProjectsTable
{
    private const string Agent = "Agent";
    private const string Thread = "AgentThread";
    private const string Message = "ThreadMessage";
    private const string File = "AgentFile";
    private const string Store = "VectorStore";

    public static LegacyTable Create() => new(
        LegacyFamily.AzureProjects,
        "Azure.AI.Projects",
        "AgentsClient",
        "Azure.AI.Projects",
        [.. Clients(), .. AgentModelTypes.All(Agent, Thread, Message, File, Store), .. AzurePersistentTable.Shared(), .. Own()]);

    private static IEnumerable<LegacyType> Clients()
    {
        yield return new LegacyType("AgentsClient", TypeRole.Client, ClientEquivalents.Construction)
            .WithAgentCalls("Agent", "Update", Agent)
            .WithThreadCalls("Update", Thread).WithThreadList(Thread)
            .WithMessageCalls("Update", Message).WithMessageDelete()
            .WithRunCalls("Update").WithThreadAndRun().WithStreaming("SubmitToolOutputsToStream")
            .WithFileCalls(File)
            .WithVectorStoreCalls(Store);
        yield return new("AIProjectClient", TypeRole.ConnectionString, ClientEquivalents.ConnectionString);
    }

    private static IEnumerable<LegacyType> Own()
    {
        yield return ContentTypes.Page();
        yield return new("TruncationObject", TypeRole.Options, RunDataEquivalents.Truncation)
        {
            ["LastMessages"] = RunDataEquivalents.LastMessages,
        };
        yield return new("AgentThreadCreationOptions", TypeRole.Options, ThreadEquivalents.Options)
        {
            ["Messages"] = ThreadEquivalents.InitialMessages,
            ["Metadata"] = ThreadEquivalents.Metadata,
            ["ToolResources"] = ToolEquivalents.OnThreadOrRun,
        };
    }
}
