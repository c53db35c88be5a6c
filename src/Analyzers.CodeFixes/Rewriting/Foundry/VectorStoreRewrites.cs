using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Vector stores, their files and batches: the same under other names, on a client of their own.</summary>
internal static class VectorStoreRewrites
{
    private const string Space = "OpenAI.VectorStores";
    private const string Stores = "VectorStores.";

    public static void AddTo(TableEntries entries)
    {
        entries.Types["PersistentAgentsVectorStore"] = "VectorStore";
        entries.Keep("PersistentAgentsVectorStore", "Id", "Name", "Status", "CreatedAt", "FileCounts", "UsageBytes", "Metadata");
        entries.Types["VectorStoreFile"] = "VectorStoreFile";
        entries.Keep("VectorStoreFile", "VectorStoreId", "Status", "CreatedAt");
        entries.Members["VectorStoreFile.Id"] = "FileId";
        entries.Types["VectorStoreFileBatch"] = "VectorStoreFileBatch";
        entries.Keep("VectorStoreFileBatch", "VectorStoreId", "Status", "CreatedAt", "FileCounts");
        entries.Members["VectorStoreFileBatch.Id"] = "BatchId";
        entries.Types["VectorStoreFileCount"] = "VectorStoreFileCounts";
        entries.Keep("VectorStoreFileCount", "InProgress", "Completed", "Failed", "Cancelled", "Total");
        foreach (string status in (string[])["VectorStoreStatus", "VectorStoreFileStatus", "VectorStoreFileBatchStatus"])
        {
            entries.Types[status] = status;
            entries.Keep(status, "InProgress", "Completed", "Failed", "Cancelled", "Expired");
        }

        // b answers with its own types where the others answer with a bool.
        entries.Types["VectorStoreDeletionStatus"] = "VectorStoreDeletionResult";
        entries.Keep("VectorStoreDeletionStatus", "Deleted");
        entries.Members["VectorStoreDeletionStatus.Id"] = "VectorStoreId";
        entries.Types["VectorStoreFileDeletionStatus"] = "FileFromStoreRemovalResult";
        entries.Members["VectorStoreFileDeletionStatus.Deleted"] = "Removed";
        entries.Members["VectorStoreFileDeletionStatus.Id"] = "FileId";

        entries.Calls[Stores + "CreateVectorStore"] = Create;
        Add(entries, "GetVectorStore", call => $"GetVectorStore{call.Async}({call["vectorStoreId"]}{call.Cancel})");
        entries.Calls[Stores + "ModifyVectorStore"] = Modify;
        entries.Calls[Stores + "DeleteVectorStore"] = (context, call) =>
            context.Replace(call, text => text.Receiver + (IsBool(context, call) ? "" : ".VectorStores")
                + $".DeleteVectorStore{text.Async}({text["vectorStoreId"]}{text.Cancel})");
        Add(entries, "GetVectorStores", call => $"GetVectorStores{call.Async}({call.NamedCancel.TrimStart(',', ' ')})", "limit", "order", "after", "before");

        string[] notForAgents = ["dataSource", "dataSources", "chunkingStrategy"];
        Add(entries, "CreateVectorStoreFile", call => $"AddFileToVectorStore{call.Async}({call["vectorStoreId"]}, {call["fileId"]}{call.Cancel})", notForAgents);
        Add(entries, "GetVectorStoreFile", call => $"GetVectorStoreFile{call.Async}({call["vectorStoreId"]}, {call["fileId"]}{call.Cancel})");
        Add(entries, "DeleteVectorStoreFile", call => $"RemoveFileFromVectorStore{call.Async}({call["vectorStoreId"]}, {call["fileId"]}{call.Cancel})");
        Add(entries, "GetVectorStoreFiles", call => $"GetVectorStoreFiles{call.Async}({call["vectorStoreId"]}{call.NamedCancel})", "filter", "limit", "order", "after", "before");
        Add(entries, "CreateVectorStoreFileBatch", call => $"AddFileBatchToVectorStore{call.Async}({call["vectorStoreId"]}, {call["fileIds"]}{call.Cancel})", notForAgents);
        Add(entries, "GetVectorStoreFileBatch", call => $"GetVectorStoreFileBatch{call.Async}({call["vectorStoreId"]}, {call["batchId"]}{call.Cancel})");
        Add(entries, "CancelVectorStoreFileBatch", call => $"CancelVectorStoreFileBatch{call.Async}({call["vectorStoreId"]}, {call["batchId"]}{call.Cancel})");
    }

    private static bool IsBool(RewriteContext context, CallSite call) => context.LegacyName(call.Method.ReturnType) is null;

    private static void Add(TableEntries entries, string method, Func<CallText, string> text, params string[] lost) =>
        entries.Calls[Stores + method] = (context, call) =>
        {
            Drop(context, call, lost, name => $"the call takes its '{name}' in another way");
            context.Plan.Namespaces.Add(Space);
            context.Replace(call, visited => $"{visited.Receiver}.VectorStores.{text(visited)}");
        };

    private static void Create(RewriteContext context, CallSite call)
    {
        Drop(context, call, ["storeConfiguration", "expiresAfter", "chunkingStrategy"], name => $"give 'VectorStoreCreationOptions' what '{name}' said");
        context.Plan.Namespaces.Add(Space);
        context.Replace(call, text =>
        {
            List<string> arguments = [];
            foreach (string name in (string[])["fileIds", "name", "metadata", "cancellationToken"])
            {
                if (text.Has(name)) arguments.Add($"{name}: {text[name]}");
            }

            return $"{text.Receiver}.CreateVectorStore{text.Async}({string.Join(", ", arguments)})";
        });
    }

    private static void Modify(RewriteContext context, CallSite call)
    {
        Drop(context, call, ["expiresAfter", "metadata"], name => $"give 'VectorStoreModificationOptions' what '{name}' said");
        context.Plan.Namespaces.Add(Space);
        context.Replace(call, text => $"{text.Receiver}.VectorStores.ModifyVectorStore{text.Async}({text["vectorStoreId"]}, "
            + $"new VectorStoreModificationOptions(){(text.Has("name") ? $" {{ Name = {text["name"]} }}" : "")}{text.Cancel})".Replace("() {", " {"));
    }

    private static void Drop(RewriteContext context, CallSite call, IEnumerable<string> names, Func<string, string> reason)
    {
        foreach (string name in names)
        {
            if (call[name] is { } given && given.Text() is not ("null" or "default")) context.Drop(given, reason(name) + ": " + LostPlan.Shorten(given.Text()));
        }
    }
}
