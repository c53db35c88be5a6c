using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

/// <summary>
/// Makes attached files the thread's: v2 knows none. For code interpreter they join its container's files, for file search a
/// vector store that the thread gets with the first of them.
/// </summary>
internal sealed class AttachmentKeeper(V2Client v2, AdapterState state, VectorStores stores)
{
    public async Task KeepAsync(string threadId, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.All(message => message.Attachments.Count == 0))
            return;
        // Nothing is made for a thread that does not exist.
        await RequireThreadAsync(threadId, cancellationToken).ConfigureAwait(false);
        string[] files = FilesFor(messages, "code_interpreter");
        if (files.Length > 0)
        {
            await UpdateAsync(
                threadId, thread => thread with { AttachedFiles = [.. thread.AttachedFiles.Union(files)] }, cancellationToken).ConfigureAwait(false);
        }
        string[] searched = FilesFor(messages, "file_search");
        if (searched.Length > 0)
            await AddToStoreAsync(threadId, searched, cancellationToken).ConfigureAwait(false);
    }

    private async Task AddToStoreAsync(string threadId, string[] files, CancellationToken cancellationToken)
    {
        ThreadRecord? thread = (await state.Threads.FindAsync(threadId, cancellationToken).ConfigureAwait(false))?.Value;
        string? storeId = thread?.ToolResources?.VectorStores is { Count: > 0 } given ? given[0] : thread?.AttachedStore;
        if (storeId is null)
        {
            NewVectorStore store = new(files, null, null);
            storeId = await stores.CreateAsync(store, ThreadCreator.StoreDays, cancellationToken).ConfigureAwait(false);
            await UpdateAsync(threadId, known => known with { AttachedStore = storeId }, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            foreach (string file in files)
                await stores.AddFileAsync(storeId, file, cancellationToken).ConfigureAwait(false);
        }
        await stores.WaitAsync(storeId, cancellationToken).ConfigureAwait(false);
    }

    private async Task RequireThreadAsync(string threadId, CancellationToken cancellationToken)
    {
        try
        {
            await v2.GetAsync(V2Route.Conversation(LegacyIds.ConversationFromThread(threadId)), cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }
    }

    private async Task UpdateAsync(string threadId, Func<ThreadRecord, ThreadRecord> change, CancellationToken cancellationToken) =>
        await state.Threads.UpdateAsync(
            threadId, "", known => change(known ?? new ThreadRecord { Id = threadId }), cancellationToken).ConfigureAwait(false);

    private static string[] FilesFor(IReadOnlyList<NewMessage> messages, string tool) =>
    [
        .. messages.SelectMany(message => message.Attachments)
            .Where(attachment => attachment.Tools.Contains(tool))
            .Select(attachment => attachment.FileId)
            .Distinct(),
    ];
}
