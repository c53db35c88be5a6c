using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Files, which a client of the project has under other names.</summary>
internal static class FoundryFileRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["PersistentAgentFileInfo"] = "OpenAIFile";
        entries.Types["PersistentAgentFilePurpose"] = "FileUploadPurpose";
        entries.Keep("PersistentAgentFileInfo", "Id", "Filename", "Purpose", "CreatedAt", "Status");
        entries.Members["PersistentAgentFileInfo.Size"] = "SizeInBytes.GetValueOrDefault()";
        entries.Members["PersistentAgentFilePurpose.Agents"] = "Assistants";
        entries.Keep("PersistentAgentFilePurpose", "Vision", "Batch", "FineTune");
        const string Files = "PersistentAgentsFiles.";
        entries.Call(Files + "UploadFile", call => call.Has("filePath") || call.Has("localFilePath")
            ? $"{call.Receiver}.Files.UploadFile{call.Async}({call[call.Has("filePath") ? "filePath" : "localFilePath"]}, {call["purpose"]})"
            : $"{call.Receiver}.Files.UploadFile{call.Async}({call["data"]}, {call["filename"]}, {call["purpose"]}{call.Cancel})");
        entries.Call(Files + "GetFile", call => $"{call.Receiver}.GetFile{call.Async}({call["fileId"]}{call.Cancel})");
        entries.Call(Files + "DeleteFile", call => $"{call.Receiver}.DeleteFile{call.Async}({call["fileId"]}{call.Cancel})");
        entries.Call(Files + "GetFileContent", call => $"{call.Receiver}.DownloadFile{call.Async}({call["fileId"]}{call.Cancel})");
    }
}
