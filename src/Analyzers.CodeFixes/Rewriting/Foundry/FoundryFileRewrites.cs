using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Files and vector stores, which the clients of the project have under other names.</summary>
internal static class FoundryFileRewrites
{
    public static void AddTo(TableEntries entries)
    {
        entries.Types["PersistentAgentFileInfo"] = "OpenAIFile";
        entries.Types["PersistentAgentFilePurpose"] = "FileUploadPurpose";
        entries.Keep("PersistentAgentFileInfo", "Id", "Filename", "Purpose", "CreatedAt", "Status");
        entries.Members["PersistentAgentFileInfo.Size"] = "SizeInBytesLong";
        entries.Members["PersistentAgentFilePurpose.Agents"] = "Assistants";
        entries.Keep("PersistentAgentFilePurpose", "Vision", "Batch", "FineTune");
        const string Files = "PersistentAgentsFiles.";
        entries.Call(Files + "UploadFile", call => call.Has("filePath") || call.Has("localFilePath")
            ? $"{call.Receiver}.Files.UploadFile{call.Async}({call[call.Has("filePath") ? "filePath" : "localFilePath"]}, {call["purpose"]})"
            : $"{call.Receiver}.Files.UploadFile{call.Async}({call["data"]}, {call["filename"]}, {call["purpose"]}{call.Cancel})");
        entries.Call(Files + "GetFile", call => $"{call.Receiver}.GetFile{call.Async}({call["fileId"]}{call.Cancel})");
        entries.Call(Files + "DeleteFile", call => $"{call.Receiver}.DeleteFile{call.Async}({call["fileId"]}{call.Cancel})");
        entries.Call(Files + "GetFileContent", call => $"{call.Receiver}.DownloadFile{call.Async}({call["fileId"]}{call.Cancel})");

        entries.Types["PersistentAgentsVectorStore"] = "VectorStore";
        entries.Types["VectorStoreFile"] = "VectorStoreFile";
        entries.Keep("PersistentAgentsVectorStore", "Id", "Name", "Status", "CreatedAt");
        const string Stores = "VectorStores.";
        entries.Calls[Stores + "CreateVectorStore"] = (context, call) =>
        {
            foreach (string name in (string[])["storeConfiguration", "expiresAfter", "chunkingStrategy"])
            {
                if (call[name] is { } given && given.Text() is not ("null" or "default"))
                    context.Leave(given, $"give 'VectorStoreCreationOptions' what '{name}' said");
            }

            context.Plan.Namespaces.Add("OpenAI.VectorStores");
            context.Replace(call, text =>
            {
                List<string> arguments = [];
                if (text.Has("fileIds")) arguments.Add("fileIds: " + text["fileIds"]);
                if (text.Has("name")) arguments.Add("name: " + text["name"]);
                if (text.Has("metadata")) arguments.Add("metadata: " + text["metadata"]);
                if (text.Has("cancellationToken")) arguments.Add("cancellationToken: " + text["cancellationToken"]);
                return $"{text.Receiver}.CreateVectorStore{text.Async}({string.Join(", ", arguments)})";
            });
        };
        entries.Call(Stores + "GetVectorStore", call =>
            $"{call.Receiver}.VectorStores.GetVectorStore{call.Async}({call["vectorStoreId"]}{call.Cancel})");
        entries.Call(Stores + "DeleteVectorStore", call =>
            $"{call.Receiver}.VectorStores.DeleteVectorStore{call.Async}({call["vectorStoreId"]}{call.Cancel})");
        entries.Call(Stores + "CreateVectorStoreFile", call =>
            $"{call.Receiver}.VectorStores.AddFileToVectorStore{call.Async}({call["vectorStoreId"]}, {call["fileId"]}{call.Cancel})");
        entries.Call(Stores + "DeleteVectorStoreFile", call =>
            $"{call.Receiver}.VectorStores.RemoveFileFromVectorStore{call.Async}({call["vectorStoreId"]}, {call["fileId"]}{call.Cancel})");
    }
}
