using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

internal sealed record MessagePage(IReadOnlyList<WrittenMessage> Messages, bool HasMore);

/// <summary>
/// Reads a thread's messages out of the conversation's items, which also hold tool calls and reasoning: pages are refilled
/// until one message more than asked for was seen.
/// </summary>
internal sealed class MessageReader(ConversationHome home, AdapterState state, CursorTrail cursors, TimeProvider time)
{
    private const int UpstreamPage = 100;

    public async Task<WrittenMessage> GetAsync(string threadId, string messageId, CancellationToken cancellationToken)
    {
        JsonElement item;
        try
        {
            item = await home.GetItemAsync(
                LegacyIds.ConversationFromThread(threadId), messageId, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("message", messageId);
        }
        return MessageMapping.IsMessage(item)
            ? new WrittenMessage(item, await FindRecordAsync(item, cancellationToken).ConfigureAwait(false))
            : throw LegacyErrors.NotFound("message", messageId);
    }

    public async Task<MessagePage> ListAsync(
        string threadId, PageRequest page, string? runId, CancellationToken cancellationToken)
    {
        // v2 has no "before": what precedes a cursor is what follows it in the opposite order, read backwards.
        bool reversed = page.Before is not null && page.After is null;
        bool ascending = page.Ascending != reversed;
        Query query = new(
            threadId,
            ascending,
            await cursors.ResolveAsync(reversed ? page.Before : page.After, ascending, cancellationToken).ConfigureAwait(false),
            Until: reversed ? null : await cursors.ResolveAsync(page.Before, !ascending, cancellationToken).ConfigureAwait(false),
            string.IsNullOrEmpty(runId) ? null : runId,
            page.Limit);
        List<WrittenMessage> messages = await ReadAsync(query, cancellationToken).ConfigureAwait(false);

        bool hasMore = messages.Count > page.Limit;
        if (hasMore)
            messages.RemoveAt(page.Limit);
        if (reversed)
            messages.Reverse();
        return new MessagePage(messages, hasMore);
    }

    private async Task<List<WrittenMessage>> ReadAsync(Query query, CancellationToken cancellationToken)
    {
        List<WrittenMessage> messages = [];
        string? after = query.After;
        while (true)
        {
            JsonElement page = await GetPageAsync(query, after, cancellationToken).ConfigureAwait(false);
            foreach (JsonElement item in page.GetItems("data"))
            {
                if (item.GetText("id") == query.Until || messages.Count > query.Limit)
                    return messages;
                if (!MessageMapping.IsMessage(item))
                    continue;
                MessageRecord record = await FindRecordAsync(item, cancellationToken).ConfigureAwait(false);
                if (query.RunId is null || record.RunId == query.RunId)
                    messages.Add(new WrittenMessage(item, record));
            }
            after = page.GetText("last_id");
            if (messages.Count > query.Limit || after is null || page.Get("has_more") is not { ValueKind: JsonValueKind.True })
                return messages;
        }
    }

    private async Task<JsonElement> GetPageAsync(Query query, string? after, CancellationToken cancellationToken)
    {
        try
        {
            ItemQuery items = new(UpstreamPage, query.Ascending, after, WithImages: true);
            return await home.ListItemsAsync(
                LegacyIds.ConversationFromThread(query.ThreadId), items, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.StatusCode is 404 or 400 && after is not null && after == query.After)
        {
            throw LegacyErrors.NotFound("message", after);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("thread", query.ThreadId);
        }
    }

    private async Task<MessageRecord> FindRecordAsync(JsonElement item, CancellationToken cancellationToken)
    {
        Entry<MessageRecord>? known = await state.Messages.FindAsync(item.GetText("id") ?? "", cancellationToken).ConfigureAwait(false);
        return MessageMapping.Complete(item, known?.Value, time.Seconds());
    }

    private sealed record Query(string ThreadId, bool Ascending, string? After, string? Until, string? RunId, int Limit);
}
