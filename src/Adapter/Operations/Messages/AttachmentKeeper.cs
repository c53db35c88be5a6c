using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

/// <summary>
/// Makes attached files the thread's: v2 knows none. For code interpreter they join its container's files, for file search a
/// vector store that the thread gets with the first of them.
/// </summary>
internal sealed class AttachmentKeeper(ConversationHome home, AdapterState state, VectorStores stores)
{
    public async Task KeepAsync(string threadId, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.All(message => message.Attachments.Count == 0))
            return;
        // Nothing is made for a thread that does not exist.
        await RequireThreadAsync(threadId, cancellationToken).ConfigureAwait(false);
        string[] files = FilesFor(messages, "code_interpreter");
        string[] forAnyTool = [.. messages.SelectMany(message => message.Attachments).Where(given => given.IsForAnyTool).Select(given => given.FileId)];
        if (files.Length > 0)
        {
            await UpdateAsync(
                threadId,
                thread => thread with
                {
                    AttachedFiles = [.. thread.AttachedFiles.Union(files)],
                    AnyToolFiles = [.. thread.AnyToolFiles.Union(forAnyTool)],
                },
                cancellationToken).ConfigureAwait(false);
        }
        string[] searched = FilesFor(messages, "file_search");
        if (searched.Length > 0)
            await AddToStoreAsync(threadId, searched, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Makes files searchable that were given for no tool in particular. Which tools there are is known with the run: a
    /// store for each message would be one too many for most.
    /// </summary>
    /// <param name="threadId">The thread of the run.</param>
    /// <param name="ofAssistant">Files of the assistant itself that no store of its own has.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task MakeSearchableAsync(string threadId, IEnumerable<string> ofAssistant, CancellationToken cancellationToken)
    {
        ThreadRecord? thread = (await state.Threads.FindAsync(threadId, cancellationToken).ConfigureAwait(false))?.Value;
        string[] files = [.. (thread?.AnyToolFiles ?? []).Union(ofAssistant).Except(thread?.SearchedFiles ?? [])];
        if (files.Length == 0)
            return;
        await AddToStoreAsync(threadId, files, cancellationToken).ConfigureAwait(false);
        await UpdateAsync(
            threadId, known => known with { SearchedFiles = [.. known.SearchedFiles.Union(files)] }, cancellationToken).ConfigureAwait(false);
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
            await home.GetAsync(LegacyIds.ConversationFromThread(threadId), cancellationToken).ConfigureAwait(false);
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
            .Where(attachment => attachment.Tools.Contains(tool) && !(attachment.IsForAnyTool && tool == "file_search"))
            .Select(attachment => attachment.FileId)
            .Distinct(),
    ];
}
