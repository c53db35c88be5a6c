using System.Text.Json;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

/// <summary>Deletes a message, with the reasoning before it: v2 refuses reasoning that nothing follows.</summary>
internal sealed class MessageEraser(ConversationHome home, AdapterState state, CursorTrail cursors)
{
    public async Task DeleteAsync(string threadId, string messageId, CancellationToken cancellationToken)
    {
        string conversation = LegacyIds.ConversationFromThread(threadId);
        ItemQuery before = new(1, Ascending: false, messageId);
        while (await FindReasoningAsync(conversation, before, cancellationToken).ConfigureAwait(false) is { } reasoning)
            await home.DeleteItemAsync(conversation, reasoning, cancellationToken).ConfigureAwait(false);

        await cursors.NoteAsync(
            messageId, query => home.ListItemsAsync(conversation, query, cancellationToken), "id", cancellationToken).ConfigureAwait(false);
        await home.DeleteItemAsync(conversation, messageId, cancellationToken).ConfigureAwait(false);
        await state.Messages.TryDeleteAsync(messageId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> FindReasoningAsync(string conversation, ItemQuery previous, CancellationToken cancellationToken)
    {
        JsonElement page = await home.ListItemsAsync(conversation, previous, cancellationToken).ConfigureAwait(false);
        foreach (JsonElement item in page.GetItems("data"))
            return item.GetText("type") == "reasoning" ? item.GetText("id") : null;
        return null;
    }
}
