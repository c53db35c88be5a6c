using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class ToolEquivalents
{
    public static readonly Equivalent CodeInterpreter = Becomes(
        LegacyRule.ToolDefinition, "'ResponseTool.CreateCodeInterpreterTool' with a container that lists the files");
    public static readonly Equivalent FileSearch = Becomes(
        LegacyRule.ToolDefinition, "'ResponseTool.CreateFileSearchTool' with the vector store ids");
    public static readonly Equivalent Retrieval = Becomes(
        LegacyRule.ToolDefinition, "'ResponseTool.CreateFileSearchTool' over a vector store of the files");
    public static readonly Equivalent Function = Becomes(
        LegacyRule.ToolDefinition, "'ResponseTool.CreateFunctionTool' with strictModeEnabled: false");
    public static readonly Equivalent Mcp = Becomes(LegacyRule.ToolDefinition, "'ResponseTool.CreateMcpTool'");
    public static readonly Equivalent Other = Becomes(
        LegacyRule.ToolDefinition, "the tool of the same name for v2 agents, where there is one");
    public static readonly Equivalent ConnectedAgent = Lost(
        LegacyRule.ToolDefinition, "call the other agent from a function tool or a workflow");
    public static readonly Equivalent Base = Becomes(LegacyRule.ToolDefinition, "'ResponseTool'");
    public static readonly Equivalent Strict = Becomes(
        LegacyRule.ToolDefinition, "'strictModeEnabled' of 'ResponseTool.CreateFunctionTool'");

    public static readonly Equivalent Resources = Becomes(
        LegacyRule.ToolResource, "files and vector store ids on the tools themselves");
    public static readonly Equivalent CodeInterpreterFiles = Becomes(
        LegacyRule.ToolResource, "'CreateAutomaticContainerConfiguration(fileIds)' of the code interpreter's container");
    public static readonly Equivalent VectorStoreIds = Becomes(
        LegacyRule.ToolResource, "'vectorStoreIds' of 'ResponseTool.CreateFileSearchTool'");
    public static readonly Equivalent InlineVectorStore = Becomes(
        LegacyRule.ToolResource, "'VectorStoreClient.CreateVectorStore' before, and its id on the file search tool");
    public static readonly Equivalent OnThreadOrRun = Lost(
        LegacyRule.ToolResource, "move the resources to the tools of an agent version");
}
