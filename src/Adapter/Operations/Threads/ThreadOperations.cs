using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.Operations.Runs;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Threads;

internal sealed class ThreadOperations(
    ConversationHome home, AdapterState state, ThreadCreator creator, ToolResourceMaker resources, ThreadLock threadLock, ThreadContent content)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        NewThread request = NewThread.Read(await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false));
        CreatedThread created = await creator.CreateAsync(request, cancellationToken).ConfigureAwait(false);
        return Respond(call, created.Conversation, created.Record, isRead: false);
    }

    /// <summary>Every thread that was made through the adapter (Agents classic).</summary>
    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        PageRequest request = PageRequest.Read(call.Request.Query);
        if ((await state.Threads.ListAsync(null, true, 1, null, cancellationToken).ConfigureAwait(false)).Count == 0
            && await home.ListAsync(request, cancellationToken).ConfigureAwait(false) is { } listed)
        {
            // State was lost, or is new: the service still knows its conversations.
            return LegacyList.Respond(
                [.. listed.GetItems("data")],
                listed.Get("has_more") is { ValueKind: JsonValueKind.True },
                conversation => LegacyIds.ThreadFromConversation(conversation.GetText("id") ?? ""),
                (writer, conversation) => ThreadMapping.Write(writer, conversation, null, isRead: true, call.Wire));
        }
        StorePage<ThreadRecord> page = await StorePaging.ReadAsync(
            state.Threads, null, "thread", request, cancellationToken).ConfigureAwait(false);
        JsonElement?[] conversations = await Task.WhenAll(
            page.Items.Select(thread => creator.FindAsync(thread.Id, cancellationToken))).ConfigureAwait(false);
        // One that was deleted behind the adapter's back is left out.
        (ThreadRecord Thread, JsonElement Conversation)[] found =
        [
            .. page.Items.Zip(conversations, (thread, conversation) => (thread, conversation))
                .Where(pair => pair.conversation is not null)
                .Select(pair => (pair.thread, pair.conversation!.Value)),
        ];
        return LegacyList.Respond(found, page.HasMore, pair => pair.Thread.Id, (writer, pair) =>
            ThreadMapping.Write(writer, pair.Conversation, pair.Thread, isRead: true, call.Wire));
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadId(call);
        JsonElement conversation = await creator.RequireAsync(threadId, cancellationToken).ConfigureAwait(false);
        ThreadRecord? thread = (await state.Threads.FindAsync(threadId, cancellationToken).ConfigureAwait(false))?.Value;
        return Respond(call, conversation, thread, isRead: true);
    }

    public async Task<LegacyResponse> ModifyAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadId(call);
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        bool replacesResources = body.Has("tool_resources");
        NewToolResources? given = call.Wire.ReadResources(body);
        IReadOnlyDictionary<string, string>? metadata = body.Has("metadata")
            ? body.OptionalMetadata() ?? new Dictionary<string, string>()
            : null;
        body.RefuseUnread();

        await resources.RequireAsync(given, cancellationToken).ConfigureAwait(false);
        JsonElement conversation = metadata is null
            ? await creator.RequireAsync(threadId, cancellationToken).ConfigureAwait(false)
            : await ReplaceMetadataAsync(threadId, metadata, cancellationToken).ConfigureAwait(false);
        ThreadRecord? thread = (await state.Threads.FindAsync(threadId, cancellationToken).ConfigureAwait(false))?.Value;
        if (replacesResources)
        {
            ToolResources? made = await resources.MakeAsync(given, ThreadCreator.StoreDays, cancellationToken).ConfigureAwait(false);
            thread = await state.Threads.UpdateAsync(
                threadId,
                "",
                known => (known ?? new ThreadRecord { Id = threadId }) with { ToolResources = made, AttachedFiles = [], AttachedStore = null },
                cancellationToken).ConfigureAwait(false);
        }
        return Respond(call, conversation, thread, isRead: false);
    }

    public async Task<LegacyResponse> DeleteAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadId(call);
        await threadLock.BreakAsync(threadId, cancellationToken).ConfigureAwait(false);
        return await content.DeleteAsync(threadId, cancellationToken).ConfigureAwait(false)
            ? LegacyResponse.Deleted(threadId, "thread.deleted")
            : throw LegacyErrors.NotFound("thread", threadId);
    }

    public static string ThreadId(RouteCall call)
    {
        string id = call["thread_id"];
        return LegacyIds.IsThread(id) ? id : throw LegacyErrors.NotFound("thread", id);
    }

    private async Task<JsonElement> ReplaceMetadataAsync(
        string threadId, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        try
        {
            return await home.ReplaceMetadataAsync(
                LegacyIds.ConversationFromThread(threadId), metadata, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }
    }

    private static LegacyResponse Respond(RouteCall call, JsonElement conversation, ThreadRecord? thread, bool isRead) =>
        LegacyResponse.Json((conversation, thread, isRead, call.Wire), static (writer, read) =>
            ThreadMapping.Write(writer, read.conversation, read.thread, read.isRead, read.Wire));
}
