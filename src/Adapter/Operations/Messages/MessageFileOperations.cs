using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Paging;
using AgentsMigration.Adapter.Operations.Threads;
using AgentsMigration.Adapter.Routing;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

/// <summary>The files of a message as objects of their own (Assistants v1), those that code interpreter made for it included.</summary>
internal sealed class MessageFileOperations(MessageReader reader)
{
    public async Task<LegacyResponse> ListAsync(RouteCall call, CancellationToken cancellationToken)
    {
        PageRequest page = PageRequest.Read(call.Request.Query);
        MessageRecord message = await FindAsync(call, cancellationToken).ConfigureAwait(false);
        StorePage<string> files = ListPaging.Read(MessageFiles.Of(message), id => id, "file", page);
        return LegacyList.Respond(
            files.Items, files.HasMore, id => id, (writer, id) => FileLinkMapping.Write(writer, message, id));
    }

    public async Task<LegacyResponse> GetAsync(RouteCall call, CancellationToken cancellationToken)
    {
        MessageRecord message = await FindAsync(call, cancellationToken).ConfigureAwait(false);
        string fileId = MessageFiles.Of(message).FirstOrDefault(id => id == call["file_id"])
            ?? throw LegacyErrors.NotFound("file", call["file_id"]);
        return LegacyResponse.Json((message, fileId), static (writer, link) =>
            FileLinkMapping.Write(writer, link.message, link.fileId));
    }

    private async Task<MessageRecord> FindAsync(RouteCall call, CancellationToken cancellationToken)
    {
        string threadId = ThreadOperations.ThreadId(call);
        WrittenMessage message = await reader.GetAsync(
            threadId, call.Id("message_id", "message"), cancellationToken).ConfigureAwait(false);
        return message.Record;
    }
}
