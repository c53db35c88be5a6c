using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Foundry;

/// <summary>Calls with raw JSON, which is of the old API: only a person can say the same in that of the new one.</summary>
internal static class RawCalls
{
    private const string Versions = "Agents.CreateAgentVersion";
    private const string Answers = "Responses.CreateResponse";

    private static readonly Dictionary<string, string> Successors = new(StringComparer.Ordinal)
    {
        ["CreateAgent"] = Versions,
        ["UpdateAgent"] = Versions,
        ["GetAgent"] = "Agents.GetAgentVersion",
        ["DeleteAgent"] = "Agents.DeleteAgentVersion",
        ["CreateThread"] = "Conversations.CreateConversation",
        ["GetThread"] = "Conversations.GetConversation",
        ["UpdateThread"] = "Conversations.UpdateConversation",
        ["DeleteThread"] = "Conversations.DeleteConversation",
        ["CreateMessage"] = "Conversations.CreateConversationItems",
        ["GetMessage"] = "Conversations.GetConversationItem",
        ["GetMessages"] = "Conversations.GetConversationItems",
        ["DeleteMessage"] = "Conversations.DeleteConversationItem",
        ["CreateRun"] = Answers,
        ["CreateThreadAndRun"] = Answers,
        ["SubmitToolOutputsToRun"] = Answers,
        ["GetRun"] = "Responses.GetResponse",
        ["CancelRun"] = "Responses.CancelResponse",
        ["CreateVectorStore"] = "VectorStores.CreateVectorStore",
        ["UploadFile"] = "Files.UploadFile",
    };

    /// <summary>Puts itself before what the entries say of the same calls without raw JSON.</summary>
    public static void AddTo(TableEntries entries)
    {
        foreach (KeyValuePair<string, Action<RewriteContext, CallSite>> entry in entries.Calls.ToArray())
        {
            entries.Calls[entry.Key] = (context, call) =>
            {
                if (TableEntries.IsProtocol(call)) LostPlan.Call(context, call, Reason(call.Name));
                else entry.Value(context, call);
            };
        }
    }

    private static string Reason(string name) => "raw JSON of the old API means nothing to the new one"
        + (Successors.TryGetValue(name, out string? successor) ? $": say the same with 'AgentClients.{successor}'" : "");
}
