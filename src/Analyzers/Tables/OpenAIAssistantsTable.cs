using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>OpenAI.Assistants of the OpenAI package 2.x.</summary>
internal static class OpenAIAssistantsTable
{
    public static LegacyTable Create() => new(
        LegacyFamily.OpenAIAssistants,
        "OpenAI.Assistants",
        "AssistantClient",
        "OpenAI",
        [.. Clients(), .. OpenAIAgentTypes.All(), .. OpenAIThreadTypes.All(), .. OpenAIRunTypes.All(),
         .. StreamingTypes.All(), .. Companions()]);

    private static IEnumerable<LegacyType> Clients()
    {
        yield return new LegacyType("AssistantClient", TypeRole.Client, ClientEquivalents.Construction)
        {
            ["CreateThreadAndRunStreaming"] = RunEquivalents.StreamThreadAndRun.Returning("StreamingUpdate"),
        }
            .WithAgentCalls("Assistant", "Modify", "Assistant")
            .WithThreadCalls("Modify", "AssistantThread")
            .WithMessageCalls("Modify", "ThreadMessage").WithMessageDelete()
            .WithRunCalls("Modify").WithThreadAndRun().WithStreaming("SubmitToolOutputsToRunStreaming");
        yield return new("AssistantClientOptions", TypeRole.Options, ClientEquivalents.Options);
        yield return new("AssistantClientSettings", TypeRole.Options, ClientEquivalents.Options);
    }

    /// <summary>Clients that v2 keeps; in a file that uses assistants their calls are part of the migration.</summary>
    private static IEnumerable<LegacyType> Companions()
    {
        yield return new LegacyType("OpenAIFileClient", TypeRole.Companion, FileEquivalents.Get)
        {
            ["UploadFile"] = FileEquivalents.Upload,
            ["DownloadFile"] = FileEquivalents.Content,
        }.In(LegacyFamily.OpenAIAssistants, "OpenAI.Files");
        yield return new LegacyType("VectorStoreClient", TypeRole.Companion, VectorStoreEquivalents.Get)
        {
            ["CreateVectorStore"] = VectorStoreEquivalents.Create,
            ["GetVectorStore"] = VectorStoreEquivalents.Get,
            ["GetVectorStores"] = VectorStoreEquivalents.List,
            ["ModifyVectorStore"] = VectorStoreEquivalents.Modify,
            ["DeleteVectorStore"] = VectorStoreEquivalents.Delete,
            ["AddFileToVectorStore"] = VectorStoreEquivalents.AddFile,
            ["GetVectorStoreFile"] = VectorStoreEquivalents.GetFile,
            ["GetVectorStoreFiles"] = VectorStoreEquivalents.ListFiles,
            ["RemoveFileFromVectorStore"] = VectorStoreEquivalents.RemoveFile,
            ["AddFileBatchToVectorStore"] = VectorStoreEquivalents.AddBatch,
            ["GetVectorStoreFileBatch"] = VectorStoreEquivalents.GetBatch,
            ["CancelVectorStoreFileBatch"] = VectorStoreEquivalents.CancelBatch,
            ["GetVectorStoreFilesInBatch"] = VectorStoreEquivalents.ListBatch,
        }.In(LegacyFamily.OpenAIAssistants, "OpenAI.VectorStores");
    }
}
