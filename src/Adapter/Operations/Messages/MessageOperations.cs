using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Runs;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

internal sealed class MessageOperations(
    AdapterState state, MessageWriter writer, MessageReader reader, MessageEraser eraser, ThreadLock threadLock)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        NewMessage message = NewMessage.Read(await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false));
        await writer.RequireFilesAsync([message], cancellationToken).ConfigureAwait(false);
        await RequireIdleAsync(threadId, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<WrittenMessage> written = await writer.AddAsync(threadId, [message], cancellationToken).ConfigureAwait(false);
        return Respond(call, threadId, written[0]);
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        return Respond(call, threadId, await reader.GetAsync(threadId, call.Id("message_id", "message"), cancellationToken).ConfigureAwait(false));
    }

    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        (PageRequest page, string? runId) = call.Wire.ReadMessageList(call.Request.Query);
        MessagePage found = await reader.ListAsync(threadId, page, runId, cancellationToken).ConfigureAwait(false);
        return LegacyList.Respond(
            found.Messages,
            found.HasMore,
            message => message.Record.Id,
            (writer, message) => MessageMapping.Write(writer, threadId, message.Item, message.Record, call.Wire));
    }

    public async Task<LegacyResponse> ModifyAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        string id = call.Id("message_id", "message");
        RequestBody body = await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, string>? metadata = body.OptionalMetadata();
        body.RefuseUnread();

        WrittenMessage message = await reader.GetAsync(threadId, id, cancellationToken).ConfigureAwait(false);
        MessageRecord record = await state.Messages.UpdateAsync(
            id,
            threadId,
            known => (known ?? message.Record) with { Metadata = metadata ?? known?.Metadata },
            cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json((threadId, message.Item, record, call.Wire), static (writer, modified) =>
            MessageMapping.WriteModified(writer, modified.threadId, modified.Item, modified.record, modified.Wire));
    }

    public async Task<LegacyResponse> DeleteAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        string id = call.Id("message_id", "message");
        await RequireIdleAsync(threadId, cancellationToken).ConfigureAwait(false);
        await reader.GetAsync(threadId, id, cancellationToken).ConfigureAwait(false);
        await eraser.DeleteAsync(threadId, id, cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Deleted(id, "thread.message.deleted");
    }

    private async Task RequireIdleAsync(string threadId, CancellationToken cancellationToken)
    {
        if (await threadLock.FindActiveRunAsync(threadId, cancellationToken).ConfigureAwait(false) is { } runId)
            throw LegacyErrors.MessageWhileRunning(threadId, runId);
    }

    private static LegacyResponse Respond(RouteCall call, string threadId, WrittenMessage message) =>
        LegacyResponse.Json((threadId, message, call.Wire), static (writer, read) =>
            MessageMapping.Write(writer, read.threadId, read.message.Item, read.message.Record, read.Wire));
}
