using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>The calls as the generations share them; a type lists those that its own generation has.</summary>
internal static class CallMembers
{
    public static LegacyType WithAgentCalls(this LegacyType type, string noun, string change, string agent)
    {
        type["Create" + noun] = AgentEquivalents.Create.Returning(agent);
        type["Get" + noun] = AgentEquivalents.Get.Returning(agent);
        type["Get" + noun + "s"] = AgentEquivalents.List.Returning(agent);
        type[change + noun] = AgentEquivalents.Update.Returning(agent);
        type["Delete" + noun] = AgentEquivalents.Delete;
        return type;
    }

    public static LegacyType WithThreadCalls(this LegacyType type, string change, string thread)
    {
        type["CreateThread"] = ThreadEquivalents.Create.Returning(thread);
        type["GetThread"] = ThreadEquivalents.Get.Returning(thread);
        type[change + "Thread"] = ThreadEquivalents.Update.Returning(thread);
        type["DeleteThread"] = ThreadEquivalents.Delete;
        return type;
    }

    public static LegacyType WithThreadList(this LegacyType type, string thread)
    {
        type["GetThreads"] = ThreadEquivalents.List.Returning(thread);
        return type;
    }

    public static LegacyType WithMessageCalls(this LegacyType type, string change, string message)
    {
        type["CreateMessage"] = MessageEquivalents.Create.Returning(message);
        type["GetMessage"] = MessageEquivalents.Get.Returning(message);
        type["GetMessages"] = MessageEquivalents.List.Returning(message);
        type[change + "Message"] = MessageEquivalents.Update.Returning(message);
        return type;
    }

    public static LegacyType WithMessageDelete(this LegacyType type)
    {
        type["DeleteMessage"] = MessageEquivalents.Delete;
        return type;
    }

    public static LegacyType WithRunCalls(this LegacyType type, string change)
    {
        type["CreateRun"] = RunEquivalents.Create.Returning("ThreadRun");
        type["GetRun"] = RunEquivalents.Get.Returning("ThreadRun");
        type["GetRuns"] = RunEquivalents.List.Returning("ThreadRun");
        type[change + "Run"] = RunEquivalents.Update.Returning("ThreadRun");
        type["CancelRun"] = RunEquivalents.Cancel.Returning("ThreadRun");
        type["SubmitToolOutputsToRun"] = RunEquivalents.Submit.Returning("ThreadRun");
        type["GetRunStep"] = RunEquivalents.Steps.Returning("RunStep");
        type["GetRunSteps"] = RunEquivalents.Steps.Returning("RunStep");
        return type;
    }

    public static LegacyType WithThreadAndRun(this LegacyType type)
    {
        type["CreateThreadAndRun"] = RunEquivalents.CreateThreadAndRun.Returning("ThreadRun");
        return type;
    }

    public static LegacyType WithStreaming(this LegacyType type, string submit)
    {
        type["CreateRunStreaming"] = RunEquivalents.Stream.Returning("StreamingUpdate");
        type[submit] = RunEquivalents.StreamSubmit.Returning("StreamingUpdate");
        return type;
    }

    public static LegacyType WithFileCalls(this LegacyType type, string file)
    {
        type["UploadFile"] = FileEquivalents.Upload.Returning(file);
        type["GetFile"] = FileEquivalents.Get.Returning(file);
        type["GetFiles"] = FileEquivalents.List.Returning(file);
        type["DeleteFile"] = FileEquivalents.Delete;
        type["GetFileContent"] = FileEquivalents.Content;
        return type;
    }

    public static LegacyType WithVectorStoreCalls(this LegacyType type, string store)
    {
        type["CreateVectorStore"] = VectorStoreEquivalents.Create.Returning(store);
        type["GetVectorStore"] = VectorStoreEquivalents.Get.Returning(store);
        type["GetVectorStores"] = VectorStoreEquivalents.List.Returning(store);
        type["ModifyVectorStore"] = VectorStoreEquivalents.Modify.Returning(store);
        type["DeleteVectorStore"] = VectorStoreEquivalents.Delete;
        type["CreateVectorStoreFile"] = VectorStoreEquivalents.AddFile.Returning("VectorStoreFile");
        type["GetVectorStoreFile"] = VectorStoreEquivalents.GetFile.Returning("VectorStoreFile");
        type["GetVectorStoreFiles"] = VectorStoreEquivalents.ListFiles.Returning("VectorStoreFile");
        type["DeleteVectorStoreFile"] = VectorStoreEquivalents.RemoveFile;
        type["CreateVectorStoreFileBatch"] = VectorStoreEquivalents.AddBatch.Returning("VectorStoreFileBatch");
        type["GetVectorStoreFileBatch"] = VectorStoreEquivalents.GetBatch.Returning("VectorStoreFileBatch");
        type["CancelVectorStoreFileBatch"] = VectorStoreEquivalents.CancelBatch.Returning("VectorStoreFileBatch");
        type["GetVectorStoreFileBatchFiles"] = VectorStoreEquivalents.ListBatch.Returning("VectorStoreFile");
        return type;
    }
}
