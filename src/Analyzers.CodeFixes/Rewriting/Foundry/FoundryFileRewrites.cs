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
        entries.Calls[Files + "UploadFile"] = Upload;
        entries.Call(Files + "GetFile", call => $"{call.Receiver}.GetFile{call.Async}({call["fileId"]}{call.Cancel})");
        entries.Call(Files + "DeleteFile", call => $"{call.Receiver}.DeleteFile{call.Async}({call["fileId"]}{call.Cancel})");
        entries.Call(Files + "GetFileContent", call => $"{call.Receiver}.DownloadFile{call.Async}({call["fileId"]}{call.Cancel})");
    }

    /// <summary>Of the three uploads only that of a stream takes a token, and none goes without a name.</summary>
    private static void Upload(RewriteContext context, CallSite call)
    {
        string source = call.Method.Parameters[0].Name;
        string type = call.Method.Parameters[0].Type.Name;
        context.Replace(call, text =>
        {
            if (type == "String")
                return $"{text.Receiver}{(text.Cancel.Length == 0 ? ".Files" : "")}.UploadFile{text.Async}({text[source]}, {text["purpose"]}{text.Cancel})";

            string data = type != "Stream" && text.Cancel.Length > 0 ? text.Node(source)!.AsReceiver() + ".ToStream()" : text[source];
            string name = text.Has("filename") ? text["filename"] : "\"file\"";
            return $"{text.Receiver}.Files.UploadFile{text.Async}({data}, {name}, {text["purpose"]}{text.Cancel})";
        });
    }
}
