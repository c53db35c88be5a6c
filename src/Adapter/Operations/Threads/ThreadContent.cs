using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Threads;

/// <summary>
/// Deletes a thread with what was said in it. v2 keeps items and responses of a deleted conversation, legacy did not keep
/// messages and runs of a deleted thread.
/// </summary>
internal sealed class ThreadContent(V2Client v2, ConversationHome home, AdapterState state)
{
    private const int PageSize = 100;

    /// <summary>False where there was no such thread.</summary>
    public async Task<bool> DeleteAsync(string threadId, CancellationToken cancellationToken)
    {
        string conversation = LegacyIds.ConversationFromThread(threadId);
        bool existed = await DeleteItemsAsync(conversation, cancellationToken).ConfigureAwait(false);
        await DeleteRunsAsync(threadId, cancellationToken).ConfigureAwait(false);
        existed &= await TryDeleteAsync(home.DeleteAsync(conversation, cancellationToken)).ConfigureAwait(false);
        await state.Threads.TryDeleteListedAsync(threadId, cancellationToken).ConfigureAwait(false);
        return existed;
    }

    private async Task<bool> DeleteItemsAsync(string conversation, CancellationToken cancellationToken)
    {
        // Newest first: an item goes before the one it depends on, such as a message before its reasoning.
        while (true)
        {
            JsonElement page;
            try
            {
                page = await home.ListItemsAsync(
                    conversation, new ItemQuery(PageSize, Ascending: false), cancellationToken).ConfigureAwait(false);
            }
            catch (V2Exception error) when (error.IsNotFound)
            {
                return false;
            }

            bool any = false;
            foreach (JsonElement item in page.GetItems("data"))
            {
                string id = item.GetText("id") ?? "";
                any |= await TryDeleteAsync(home.DeleteItemAsync(conversation, id, cancellationToken)).ConfigureAwait(false);
                await state.Messages.TryDeleteAsync(id, cancellationToken).ConfigureAwait(false);
            }
            if (!any || page.Get("has_more") is not { ValueKind: JsonValueKind.True })
                return true;
        }
    }

    private async Task DeleteRunsAsync(string threadId, CancellationToken cancellationToken)
    {
        while (true)
        {
            IReadOnlyList<Entry<RunRecord>> runs = await state.Runs.ListAsync(
                threadId, ascending: true, PageSize, afterSequence: null, cancellationToken).ConfigureAwait(false);
            if (runs.Count == 0)
                return;
            foreach (Entry<RunRecord> run in runs)
            {
                foreach (string response in run.Value.Responses)
                    await TryDeleteAsync(v2.DeleteAsync(V2Route.Response(response), cancellationToken)).ConfigureAwait(false);
                foreach (string response in run.Value.Responses)
                    await state.Steps.TryDeleteAsync(response, cancellationToken).ConfigureAwait(false);
                await state.Runs.TryDeleteAsync(run.Value.Id, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<bool> TryDeleteAsync(Task deletion)
    {
        try
        {
            await deletion.ConfigureAwait(false);
            return true;
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            return false;
        }
    }
}
