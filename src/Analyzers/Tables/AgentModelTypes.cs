using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Agents, threads, messages, files and vector stores of b and c, which differ in their names only.</summary>
internal static class AgentModelTypes
{
    public static IEnumerable<LegacyType> All(string agent, string thread, string message, string file, string store)
    {
        yield return new(agent, TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = AgentEquivalents.Id,
            ["Name"] = AgentEquivalents.Property,
            ["Description"] = AgentEquivalents.Property,
            ["Model"] = AgentEquivalents.Property,
            ["Instructions"] = AgentEquivalents.Property,
            ["Tools"] = AgentEquivalents.Property.Returning("ToolDefinition"),
            ["ToolResources"] = AgentEquivalents.Property.Returning("ToolResources"),
            ["Temperature"] = AgentEquivalents.Property,
            ["TopP"] = AgentEquivalents.Property,
            ["ResponseFormat"] = AgentEquivalents.Property,
            ["Metadata"] = AgentEquivalents.Property,
            ["CreatedAt"] = AgentEquivalents.Property,
        };
        yield return new(thread, TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = ThreadEquivalents.Id,
            ["Metadata"] = ThreadEquivalents.Property,
            ["CreatedAt"] = ThreadEquivalents.Property,
            ["ToolResources"] = ThreadEquivalents.Resources,
        };
        yield return new(message, TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = MessageEquivalents.Property,
            ["Role"] = MessageEquivalents.Property.Returning("MessageRole"),
            ["ContentItems"] = ContentEquivalents.Items.Returning("MessageContent"),
            ["ThreadId"] = MessageEquivalents.OwnerId,
            ["RunId"] = MessageEquivalents.OwnerId,
            ["AssistantId"] = MessageEquivalents.OwnerId,
            ["AgentId"] = MessageEquivalents.OwnerId,
            ["Attachments"] = MessageEquivalents.NoProperty,
            ["Metadata"] = MessageEquivalents.NoProperty,
            ["CreatedAt"] = MessageEquivalents.NoProperty,
            ["CompletedAt"] = MessageEquivalents.NoProperty,
            ["IncompleteDetails"] = MessageEquivalents.NoProperty,
            ["Status"] = MessageEquivalents.Property,
        };
        yield return new("ThreadMessageOptions", TypeRole.Options, ThreadEquivalents.InitialMessage)
        {
            ["Attachments"] = MessageEquivalents.Attachment,
            ["Metadata"] = MessageEquivalents.Metadata,
        };
        yield return new("MessageAttachment", TypeRole.Options, MessageEquivalents.Attachment);
        yield return new(file, TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = FileEquivalents.Id,
            ["Filename"] = FileEquivalents.Filename,
            ["Size"] = FileEquivalents.Size,
            ["Purpose"] = FileEquivalents.Property,
            ["CreatedAt"] = FileEquivalents.Property,
        };
        yield return new(file.Replace("Info", "") + "Purpose", TypeRole.Piece, FileEquivalents.Purpose)
        {
            ["Agents"] = FileEquivalents.PurposeAssistants,
            ["AgentsOutput"] = FileEquivalents.PurposeOutput,
            ["Vision"] = FileEquivalents.PurposeVision,
            ["Batch"] = FileEquivalents.PurposeBatch,
            ["BatchOutput"] = FileEquivalents.PurposeOutput,
            ["FineTune"] = FileEquivalents.PurposeFineTune,
            ["FineTuneResults"] = FileEquivalents.PurposeOutput,
        };
        yield return new(store, TypeRole.Model, VectorStoreEquivalents.Type)
        {
            ["Id"] = VectorStoreEquivalents.Property,
            ["Name"] = VectorStoreEquivalents.Property,
            ["Status"] = VectorStoreEquivalents.Property,
            ["FileCounts"] = VectorStoreEquivalents.Property,
        };
        yield return new("VectorStoreExpirationPolicy", TypeRole.Options, VectorStoreEquivalents.Expiration);
        yield return new("IncompleteRunDetails", TypeRole.Model, RunDataEquivalents.Incomplete)
        {
            ["Reason"] = RunDataEquivalents.IncompleteReason,
        };
        yield return new("RunCompletionUsage", TypeRole.Model, RunDataEquivalents.Usage)
        {
            ["PromptTokens"] = RunDataEquivalents.InputTokens,
            ["CompletionTokens"] = RunDataEquivalents.OutputTokens,
            ["TotalTokens"] = RunDataEquivalents.TotalTokens,
        };
    }
}
