using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class VectorStoreEquivalents
{
    public static readonly Equivalent Create = Store("CreateVectorStore");
    public static readonly Equivalent Get = Store("GetVectorStore");
    public static readonly Equivalent List = Store("GetVectorStores");
    public static readonly Equivalent Modify = Store("ModifyVectorStore");
    public static readonly Equivalent Delete = Store("DeleteVectorStore");
    public static readonly Equivalent Type = Becomes(LegacyRule.VectorStore, "'OpenAI.VectorStores.VectorStore'");
    public static readonly Equivalent Property = Becomes(
        LegacyRule.VectorStore, "the same property of 'OpenAI.VectorStores.VectorStore'");
    public static readonly Equivalent Expiration = Becomes(
        LegacyRule.VectorStore, "'VectorStoreCreationOptions.ExpirationPolicy'");
    public static readonly Equivalent Chunking = Becomes(
        LegacyRule.VectorStore, "'VectorStoreCreationOptions.ChunkingStrategy'");
    public static readonly Equivalent DataSource = Lost(
        LegacyRule.VectorStore, "upload the data and add it as files");

    public static readonly Equivalent AddFile = File("AddFileToVectorStore");
    public static readonly Equivalent GetFile = File("GetVectorStoreFile");
    public static readonly Equivalent ListFiles = File("GetVectorStoreFiles");
    public static readonly Equivalent RemoveFile = File("RemoveFileFromVectorStore");
    public static readonly Equivalent AddBatch = File("AddFileBatchToVectorStore");
    public static readonly Equivalent GetBatch = File("GetVectorStoreFileBatch");
    public static readonly Equivalent CancelBatch = File("CancelVectorStoreFileBatch");
    public static readonly Equivalent ListBatch = File("GetVectorStoreFilesInBatch");

    private static Equivalent Store(string method) => Becomes(LegacyRule.VectorStore, $"'VectorStoreClient.{method}'");

    private static Equivalent File(string method) =>
        Becomes(LegacyRule.VectorStoreFile, $"'VectorStoreClient.{method}'");
}
