using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

/// <summary>Deletes a message, with the reasoning before it: v2 refuses reasoning that nothing follows.</summary>
internal sealed class MessageEraser(V2Client v2, AdapterState state, CursorTrail cursors)
{
    public async Task DeleteAsync(string threadId, string messageId, CancellationToken cancellationToken)
    {
        string conversation = LegacyIds.ConversationFromThread(threadId);
        string before = $"?order=desc&limit=1&after={Uri.EscapeDataString(messageId)}";
        while (await FindReasoningAsync(V2Route.Items(conversation, before), cancellationToken).ConfigureAwait(false) is { } reasoning)
            await v2.DeleteAsync(V2Route.Item(conversation, reasoning), cancellationToken).ConfigureAwait(false);

        await cursors.NoteAsync(messageId, query => V2Route.Items(conversation, "?" + query), "id", cancellationToken).ConfigureAwait(false);
        await v2.DeleteAsync(V2Route.Item(conversation, messageId), cancellationToken).ConfigureAwait(false);
        await state.Messages.TryDeleteAsync(messageId, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> FindReasoningAsync(V2Route previous, CancellationToken cancellationToken)
    {
        JsonElement page = await v2.GetAsync(previous, cancellationToken).ConfigureAwait(false);
        foreach (JsonElement item in page.GetItems("data"))
            return item.GetText("type") == "reasoning" ? item.GetText("id") : null;
        return null;
    }
}
