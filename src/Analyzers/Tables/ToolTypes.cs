using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Tools and their resources.</summary>
internal static class ToolTypes
{
    private static readonly string[] Others =
    [
        "AzureAISearchToolDefinition", "AzureFunctionToolDefinition", "BingCustomSearchToolDefinition",
        "BingGroundingToolDefinition", "BrowserAutomationToolDefinition", "ComputerUseToolDefinition",
        "DeepResearchToolDefinition", "MicrosoftFabricToolDefinition", "OpenApiToolDefinition",
        "SharepointGroundingToolDefinition", "SharepointToolDefinition",
    ];

    /// <summary>Of a.</summary>
    public static IEnumerable<LegacyType> Assistants()
    {
        yield return new("ToolDefinition", TypeRole.Piece, ToolEquivalents.Base);
        yield return new("CodeInterpreterToolDefinition", TypeRole.Options, ToolEquivalents.CodeInterpreter);
        yield return new("RetrievalToolDefinition", TypeRole.Options, ToolEquivalents.Retrieval);
        yield return Function("Name");
    }

    /// <summary>Of b and c.</summary>
    public static IEnumerable<LegacyType> Agents()
    {
        yield return new("ToolDefinition", TypeRole.Piece, ToolEquivalents.Base);
        yield return new("CodeInterpreterToolDefinition", TypeRole.Options, ToolEquivalents.CodeInterpreter);
        yield return new("FileSearchToolDefinition", TypeRole.Options, ToolEquivalents.FileSearch)
        {
            ["FileSearch"] = ToolEquivalents.FileSearch,
        };
        yield return Function("Name");
        yield return new("MCPToolDefinition", TypeRole.Options, ToolEquivalents.Mcp);
        yield return new("ConnectedAgentToolDefinition", TypeRole.Options, ToolEquivalents.ConnectedAgent);
        foreach (string other in Others) yield return new(other, TypeRole.Options, ToolEquivalents.Other);

        yield return new("ToolResources", TypeRole.Options, ToolEquivalents.Resources)
        {
            ["CodeInterpreter"] = ToolEquivalents.Resources.Returning("CodeInterpreterToolResource"),
            ["FileSearch"] = ToolEquivalents.Resources.Returning("FileSearchToolResource"),
            ["AzureAISearch"] = ToolEquivalents.Resources,
            ["Mcp"] = ToolEquivalents.Resources,
        };
        yield return new("CodeInterpreterToolResource", TypeRole.Options, ToolEquivalents.CodeInterpreterFiles)
        {
            ["FileIds"] = ToolEquivalents.CodeInterpreterFiles,
            ["DataSources"] = VectorStoreEquivalents.DataSource,
        };
        yield return new("FileSearchToolResource", TypeRole.Options, ToolEquivalents.VectorStoreIds)
        {
            ["VectorStoreIds"] = ToolEquivalents.VectorStoreIds,
            ["VectorStores"] = ToolEquivalents.InlineVectorStore,
        };
        yield return new("VectorStoreConfigurations", TypeRole.Options, ToolEquivalents.InlineVectorStore);
        yield return new("VectorStoreConfiguration", TypeRole.Options, ToolEquivalents.InlineVectorStore);
        yield return new("VectorStoreDataSource", TypeRole.Options, VectorStoreEquivalents.DataSource);
        yield return new("AzureAISearchToolResource", TypeRole.Options, ToolEquivalents.Other);
        yield return new("MCPToolResource", TypeRole.Options, ToolEquivalents.Mcp);
    }

    private static LegacyType Function(string name) =>
        new("FunctionToolDefinition", TypeRole.Options, ToolEquivalents.Function)
        {
            [name] = ToolEquivalents.Function,
            ["Description"] = ToolEquivalents.Function,
            ["Parameters"] = ToolEquivalents.Function,
        };
}
