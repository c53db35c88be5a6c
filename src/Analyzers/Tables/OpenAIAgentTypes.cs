using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

internal static class OpenAIAgentTypes
{
    public static IEnumerable<LegacyType> All()
    {
        yield return new("Assistant", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = AgentEquivalents.Id,
            ["Name"] = AgentEquivalents.Property,
            ["Description"] = AgentEquivalents.Property,
            ["Model"] = AgentEquivalents.Property,
            ["Instructions"] = AgentEquivalents.Property,
            ["Tools"] = AgentEquivalents.Property.Returning("ToolDefinition"),
            ["ToolResources"] = AgentEquivalents.Property.Returning("ToolResources"),
            ["Temperature"] = AgentEquivalents.Property,
            ["NucleusSamplingFactor"] = AgentEquivalents.Property,
            ["ResponseFormat"] = AgentEquivalents.Property,
            ["Metadata"] = AgentEquivalents.Property,
            ["CreatedAt"] = AgentEquivalents.Property,
        };
        yield return AssistantOptions("AssistantCreationOptions", "Tools", isNew: true);
        yield return AssistantOptions("AssistantModificationOptions", "DefaultTools", isNew: false);
        yield return new("AssistantDeletionResult", TypeRole.Model, ThreadEquivalents.DeletionResult)
        {
            ["Deleted"] = ThreadEquivalents.DeletionResult,
            ["AssistantId"] = ThreadEquivalents.DeletionResult,
        };
        yield return new("AssistantResponseFormat", TypeRole.Piece, AgentEquivalents.Format)
        {
            ["Auto"] = AgentEquivalents.Format,
            ["Text"] = AgentEquivalents.Format,
            ["JsonObject"] = AgentEquivalents.Format,
            ["CreateAutoFormat"] = AgentEquivalents.Format,
            ["CreateTextFormat"] = AgentEquivalents.Format,
            ["CreateJsonObjectFormat"] = AgentEquivalents.Format,
            ["CreateJsonSchemaFormat"] = AgentEquivalents.Format,
        };
        yield return OpenAIPages.Options("AssistantCollectionOptions", AgentEquivalents.Page);
        yield return OpenAIPages.Order("AssistantCollectionOrder", AgentEquivalents.Page);
        foreach (LegacyType tool in Tools()) yield return tool;
    }

    private static LegacyType AssistantOptions(string name, string tools, bool isNew)
    {
        LegacyType type = new(name, TypeRole.Options, AgentEquivalents.Options)
        {
            ["Name"] = AgentEquivalents.Name,
            ["Description"] = AgentEquivalents.Describe,
            ["Instructions"] = AgentEquivalents.Instructions,
            [tools] = AgentEquivalents.Tools,
            ["ToolResources"] = ToolEquivalents.Resources.Returning("ToolResources"),
            ["Temperature"] = AgentEquivalents.Temperature,
            ["NucleusSamplingFactor"] = AgentEquivalents.TopP,
            ["ResponseFormat"] = AgentEquivalents.Format,
            ["Metadata"] = AgentEquivalents.Metadata,
        };
        if (!isNew) type["Model"] = AgentEquivalents.Model;
        return type;
    }

    private static IEnumerable<LegacyType> Tools()
    {
        yield return new("ToolDefinition", TypeRole.Piece, ToolEquivalents.Base)
        {
            ["CreateCodeInterpreter"] = ToolEquivalents.CodeInterpreter,
            ["CreateFileSearch"] = ToolEquivalents.FileSearch,
            ["CreateFunction"] = ToolEquivalents.Function,
        };
        yield return new("CodeInterpreterToolDefinition", TypeRole.Options, ToolEquivalents.CodeInterpreter);
        yield return new("FileSearchToolDefinition", TypeRole.Options, ToolEquivalents.FileSearch)
        {
            ["MaxResults"] = ToolEquivalents.FileSearch,
            ["RankingOptions"] = ToolEquivalents.FileSearch,
        };
        yield return new("FileSearchRankingOptions", TypeRole.Options, ToolEquivalents.FileSearch)
        {
            ["Ranker"] = ToolEquivalents.FileSearch,
            ["ScoreThreshold"] = ToolEquivalents.FileSearch,
        };
        yield return new("FileSearchRanker", TypeRole.Piece, ToolEquivalents.FileSearch)
        {
            ["Auto"] = ToolEquivalents.FileSearch,
            ["Default20240821"] = ToolEquivalents.FileSearch,
        };
        yield return new("FunctionToolDefinition", TypeRole.Options, ToolEquivalents.Function)
        {
            ["FunctionName"] = ToolEquivalents.Function,
            ["Description"] = ToolEquivalents.Function,
            ["Parameters"] = ToolEquivalents.Function,
            ["StrictParameterSchemaEnabled"] = ToolEquivalents.Strict,
        };
        yield return new("ToolResources", TypeRole.Options, ToolEquivalents.Resources)
        {
            ["CodeInterpreter"] = ToolEquivalents.Resources.Returning("CodeInterpreterToolResources"),
            ["FileSearch"] = ToolEquivalents.Resources.Returning("FileSearchToolResources"),
        };
        yield return new("CodeInterpreterToolResources", TypeRole.Options, ToolEquivalents.CodeInterpreterFiles)
        {
            ["FileIds"] = ToolEquivalents.CodeInterpreterFiles,
        };
        yield return new("FileSearchToolResources", TypeRole.Options, ToolEquivalents.VectorStoreIds)
        {
            ["VectorStoreIds"] = ToolEquivalents.VectorStoreIds,
            ["NewVectorStores"] = ToolEquivalents.InlineVectorStore,
        };
        yield return new("VectorStoreCreationHelper", TypeRole.Options, ToolEquivalents.InlineVectorStore)
        {
            ["FileIds"] = ToolEquivalents.InlineVectorStore,
            ["ChunkingStrategy"] = ToolEquivalents.InlineVectorStore,
            ["Metadata"] = ToolEquivalents.InlineVectorStore,
        };
    }
}
