using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Azure.AI.Agents.Persistent 1.x.</summary>
internal static class AzurePersistentTable
{
    private const string Agent = "PersistentAgent";
    private const string Thread = "PersistentAgentThread";
    private const string Message = "PersistentThreadMessage";
    private const string File = "PersistentAgentFileInfo";
    private const string Store = "PersistentAgentsVectorStore";

    public static LegacyTable Create() => new(
        LegacyFamily.AzurePersistent,
        "Azure.AI.Agents.Persistent",
        "PersistentAgentsClient",
        "Azure.AI.Agents.Persistent",
        Types());

    public static IEnumerable<LegacyType> Types() =>
        [.. Clients(), .. AgentModelTypes.All(Agent, Thread, Message, File, Store), .. Shared(), .. Own()];

    /// <summary>What b has under the same names.</summary>
    public static IEnumerable<LegacyType> Shared() =>
    [
        .. RunTypes.Azure(), .. ContentTypes.Azure(), .. ContentTypes.Agents(), .. StreamingTypes.All(),
        .. ToolTypes.Agents(), ContentTypes.Role(),
    ];

    private static IEnumerable<LegacyType> Clients()
    {
        yield return new LegacyType("PersistentAgentsClient", TypeRole.Client, ClientEquivalents.Construction)
        {
            ["Administration"] = ClientEquivalents.SubClient.Returning("PersistentAgentsAdministrationClient"),
            ["Threads"] = ClientEquivalents.SubClient.Returning("Threads"),
            ["Messages"] = ClientEquivalents.SubClient.Returning("ThreadMessages"),
            ["Runs"] = ClientEquivalents.SubClient.Returning("ThreadRuns"),
            ["Files"] = ClientEquivalents.SubClient.Returning("PersistentAgentsFiles"),
            ["VectorStores"] = ClientEquivalents.SubClient.Returning("VectorStores"),
        }.WithThreadAndRun();
        yield return new LegacyType(
            "PersistentAgentsAdministrationClient", TypeRole.Client, ClientEquivalents.Construction)
            .WithAgentCalls("Agent", "Update", Agent);
        yield return new LegacyType("Threads", TypeRole.SubClient, ClientEquivalents.SubClient)
            .WithThreadCalls("Update", Thread).WithThreadList(Thread);
        yield return new LegacyType("ThreadMessages", TypeRole.SubClient, ClientEquivalents.SubClient)
            .WithMessageCalls("Update", Message).WithMessageDelete();
        yield return new LegacyType("ThreadRuns", TypeRole.SubClient, ClientEquivalents.SubClient)
            .WithRunCalls("Update").WithStreaming("SubmitToolOutputsToStream");
        yield return new LegacyType("PersistentAgentsFiles", TypeRole.SubClient, ClientEquivalents.SubClient)
            .WithFileCalls(File);
        yield return new LegacyType("VectorStores", TypeRole.SubClient, ClientEquivalents.SubClient)
            .WithVectorStoreCalls(Store);
        yield return new("PersistentAgentsAdministrationClientOptions", TypeRole.Options, ClientEquivalents.Options);
    }

    private static IEnumerable<LegacyType> Own()
    {
        yield return new("Truncation", TypeRole.Options, RunDataEquivalents.Truncation)
        {
            ["LastMessages"] = RunDataEquivalents.LastMessages,
        };
        yield return RunOptionTypes.With(new("CreateRunStreamingOptions", TypeRole.Options, RunDataEquivalents.Options)
        {
            ["AutoFunctionCallOptions"] = RunDataEquivalents.AutoFunctionCalls,
        });
        yield return RunOptionTypes.With(new("ThreadAndRunOptions", TypeRole.Options, RunDataEquivalents.Options)
        {
            ["ThreadOptions"] = RunDataEquivalents.Thread,
            ["ToolResources"] = ToolEquivalents.OnThreadOrRun,
        });
        yield return new("AutoFunctionCallOptions", TypeRole.Options, RunDataEquivalents.AutoFunctionCalls);
        yield return new("PersistentAgentThreadCreationOptions", TypeRole.Options, ThreadEquivalents.Options)
        {
            ["Messages"] = ThreadEquivalents.InitialMessages,
            ["Metadata"] = ThreadEquivalents.Metadata,
            ["ToolResources"] = ToolEquivalents.OnThreadOrRun,
        };
        yield return new("RunAdditionalFieldList", TypeRole.Piece, RunDataEquivalents.Include)
        {
            ["FileSearchContents"] = RunDataEquivalents.Include,
        };
        yield return new("SubmitToolApprovalAction", TypeRole.Piece, RunEquivalents.ToolApproval)
        {
            ["SubmitToolApproval"] = RunEquivalents.ToolApproval,
        };
        yield return new("RequiredMcpToolCall", TypeRole.Piece, RunEquivalents.ToolApproval)
        {
            ["Id"] = RunEquivalents.ToolApproval,
            ["Name"] = RunEquivalents.ToolApproval,
        };
        yield return new("ToolApproval", TypeRole.Options, RunEquivalents.ToolApproval);
    }
}
