using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.Operations.Messages;
using AgentsMigration.Adapter.Operations.Runs;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Threads;

internal sealed class ThreadOperations(
    V2Client v2,
    AdapterState state,
    FileReferences references,
    MessageWriter messages,
    ThreadLock threadLock,
    ThreadContent content)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<NewMessage> initial = NewMessage.ReadAll(body, "messages");
        ToolResources? resources = body.OptionalToolResources();
        IReadOnlyDictionary<string, string>? metadata = body.OptionalMetadata();
        body.RefuseUnread();
        await references.RequireAsync(resources, cancellationToken).ConfigureAwait(false);
        await messages.RequireAttachmentsAsync(initial, cancellationToken).ConfigureAwait(false);

        JsonElement conversation = await v2.PostAsync(V2Route.Conversations, CreateRequest(metadata), cancellationToken).ConfigureAwait(false);
        string threadId = LegacyIds.ThreadFromConversation(conversation.GetText("id") ?? "");
        ThreadRecord thread = new() { Id = threadId, ToolResources = resources };
        await state.Threads.TryAddAsync(threadId, "", thread, cancellationToken).ConfigureAwait(false);
        try
        {
            await messages.AddAsync(threadId, initial, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Legacy made the thread with all of its messages or not at all.
            await content.DeleteAsync(threadId, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        return LegacyResponse.Json((conversation, thread), static (writer, created) =>
            ThreadMapping.Write(writer, created.conversation, created.thread, isRead: false));
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadId(call);
        JsonElement conversation;
        try
        {
            V2Route route = V2Route.Conversation(LegacyIds.ConversationFromThread(threadId));
            conversation = await v2.GetAsync(route, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }
        ThreadRecord? thread = (await state.Threads.FindAsync(threadId, cancellationToken).ConfigureAwait(false))?.Value;
        return LegacyResponse.Json((conversation, thread), static (writer, read) =>
            ThreadMapping.Write(writer, read.conversation, read.thread, isRead: true));
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

    private static byte[] CreateRequest(IReadOnlyDictionary<string, string>? metadata) =>
        JsonBytes.Write(metadata, static (writer, pairs) =>
        {
            writer.WriteStartObject();
            if (pairs is not null)
                writer.WriteMetadata(pairs);
            writer.WriteEndObject();
        });
}
