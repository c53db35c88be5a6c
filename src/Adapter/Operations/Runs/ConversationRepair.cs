using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// Removes function calls that nobody will answer. v2 refuses every later response of a conversation that holds one; legacy
/// forgot a cancelled tool step. The reasoning that led to a call goes with it: it may not stand without what follows
/// (docs/wire.md, Repair).
/// </summary>
internal sealed class ConversationRepair(ConversationHome home)
{
    private const int PageSize = 100;

    public static bool IsNeeded(V2Exception error) =>
        error.StatusCode == 400
        && error.Message.StartsWith("No tool output found for function call", StringComparison.Ordinal);

    /// <param name="threadId">The thread whose conversation is mended.</param>
    /// <param name="about">Outputs that are about to be sent: the calls they answer stay.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task RunAsync(string threadId, IReadOnlyList<JsonElement> about, CancellationToken cancellationToken)
    {
        string conversation = LegacyIds.ConversationFromThread(threadId);
        List<JsonElement> items = await ReadAsync(conversation, cancellationToken).ConfigureAwait(false);
        HashSet<string> answered = new(
            items.Concat(about)
                .Where(item => item.GetText("type") is "function_call_output" or "mcp_approval_response")
                .Select(item => item.GetText("call_id") ?? item.GetText("approval_request_id") ?? ""),
            StringComparer.Ordinal);

        bool reasonedFor = false;
        // Newest first: what a call depends on comes after it.
        foreach (JsonElement item in items)
        {
            bool open = (item.GetText("type") == "function_call" && !answered.Contains(item.GetText("call_id") ?? ""))
                || (Approvals.IsRequest(item) && !answered.Contains(item.GetText("id") ?? ""));
            bool reasoning = reasonedFor && item.GetText("type") == "reasoning";
            if (open || reasoning)
                await home.ForgetItemAsync(conversation, item.GetText("id") ?? "", cancellationToken).ConfigureAwait(false);
            reasonedFor = open || (reasonedFor && reasoning);
        }
    }

    private async Task<List<JsonElement>> ReadAsync(string conversation, CancellationToken cancellationToken)
    {
        List<JsonElement> items = [];
        string? after = null;
        while (true)
        {
            JsonElement page;
            try
            {
                page = await home.ListItemsAsync(
                    conversation, new ItemQuery(PageSize, Ascending: false, after), cancellationToken).ConfigureAwait(false);
            }
            catch (V2Exception error) when (error.IsNotFound)
            {
                return items;
            }
            items.AddRange(page.GetItems("data"));
            after = page.GetText("last_id");
            if (after is null || page.Get("has_more") is not { ValueKind: JsonValueKind.True })
                return items;
        }
    }
}
