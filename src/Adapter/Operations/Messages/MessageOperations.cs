using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Runs;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.Routing;

namespace AgentsMigration.Adapter.Operations.Messages;

internal sealed class MessageOperations(MessageWriter writer, MessageReader reader, ThreadLock threadLock)
{
    public async Task<LegacyResponse> CreateAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        NewMessage message = NewMessage.Read(await call.Request.ReadBodyAsync(cancellationToken).ConfigureAwait(false));
        await writer.RequireAttachmentsAsync([message], cancellationToken).ConfigureAwait(false);
        if (await threadLock.FindActiveRunAsync(threadId, cancellationToken).ConfigureAwait(false) is { } runId)
            throw LegacyErrors.MessageWhileRunning(threadId, runId);

        IReadOnlyList<WrittenMessage> written = await writer.AddAsync(threadId, [message], cancellationToken).ConfigureAwait(false);
        return LegacyResponse.Json((threadId, written[0]), static (writer, created) =>
            MessageMapping.Write(writer, created.threadId, created.Item2.Item, created.Item2.Record));
    }

    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        PageRequest page = PageRequest.Read(call.Request.Query);
        MessagePage found = await reader.ListAsync(threadId, page, call.Request.Query["run_id"], cancellationToken).ConfigureAwait(false);
        return LegacyList.Respond(
            found.Messages,
            found.HasMore,
            message => message.Record.Id,
            (writer, message) => MessageMapping.Write(writer, threadId, message.Item, message.Record));
    }
}
