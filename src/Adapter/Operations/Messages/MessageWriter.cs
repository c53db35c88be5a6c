using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

/// <summary>A message as it came to be: the conversation's item and the store's record.</summary>
internal sealed record WrittenMessage(JsonElement Item, MessageRecord Record);

/// <summary>Adds messages to a thread: their items to the conversation, the rest to the store.</summary>
internal sealed class MessageWriter(
    V2Client v2, AdapterState state, FileReferences references, AttachmentKeeper attachments, TimeProvider time)
{
    /// <summary>What v2 takes in one call.</summary>
    private const int ChunkSize = 20;

    public async Task RequireAttachmentsAsync(IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        foreach (NewAttachment attachment in messages.SelectMany(message => message.Attachments))
            await references.RequireFileAsync(attachment.FileId, attachment.FileIdPath, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<WrittenMessage>> AddAsync(
        string threadId, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        await attachments.KeepAsync(threadId, messages, cancellationToken).ConfigureAwait(false);
        List<WrittenMessage> written = [];
        for (int start = 0; start < messages.Count; start += ChunkSize)
        {
            NewMessage[] chunk = await WithUpstreamImagesAsync(messages.Skip(start).Take(ChunkSize), cancellationToken).ConfigureAwait(false);
            JsonElement answer = await PostAsync(threadId, chunk, cancellationToken).ConfigureAwait(false);
            int index = 0;
            foreach (JsonElement item in answer.GetItems("data"))
                written.Add(await RecordAsync(threadId, item, chunk[index++], cancellationToken).ConfigureAwait(false));
        }
        return written;
    }

    /// <summary>The service is asked only about a thread of which the store knows no message.</summary>
    public async Task<bool> HasUserMessageAsync(string threadId, CancellationToken cancellationToken)
    {
        if ((await state.Messages.ListAsync(threadId, true, 1, null, cancellationToken).ConfigureAwait(false)).Count > 0)
            return true;
        try
        {
            V2Route route = V2Route.Items(LegacyIds.ConversationFromThread(threadId), "?limit=100&order=asc");
            JsonElement page = await v2.GetAsync(route, cancellationToken).ConfigureAwait(false);
            return page.GetItems("data").Any(item => item.GetText("role") == "user");
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }
    }

    private async Task<JsonElement> PostAsync(string threadId, NewMessage[] messages, CancellationToken cancellationToken)
    {
        byte[] request = JsonBytes.Write(messages, static (writer, chunk) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("items");
            foreach (NewMessage message in chunk)
                message.WriteItem(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        try
        {
            V2Route route = V2Route.Items(
                LegacyIds.ConversationFromThread(threadId), "?include[]=message.input_image.image_url");
            return await v2.CreateAsync(route, request, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }
    }

    private async Task<WrittenMessage> RecordAsync(
        string threadId, JsonElement item, NewMessage message, CancellationToken cancellationToken)
    {
        string id = item.GetText("id") ?? throw new V2Exception(502, "The service gave an item without an id.");
        MessageRecord record = new()
        {
            Id = id,
            CreatedAt = IdTime.TryRead(id, time.Seconds()) ?? time.Seconds(),
            Attachments = [.. message.Attachments.Select(attachment => attachment.Echo)],
            Metadata = message.Metadata,
        };
        await state.Messages.TryAddAsync(id, threadId, record, cancellationToken).ConfigureAwait(false);
        return new WrittenMessage(item, record);
    }

    /// <summary>An image may be a file that code interpreter made, which the target does not know by its legacy id.</summary>
    private async Task<NewMessage[]> WithUpstreamImagesAsync(IEnumerable<NewMessage> messages, CancellationToken cancellationToken)
    {
        List<NewMessage> replaced = [];
        foreach (NewMessage message in messages)
        {
            List<NewMessagePart> parts = [];
            foreach (NewMessagePart part in message.Parts)
            {
                parts.Add(part.ImageFileId is { } id
                    ? part with { ImageFileId = await references.ToUpstreamAsync(id, "vision", cancellationToken).ConfigureAwait(false) }
                    : part);
            }
            replaced.Add(message with { Parts = parts });
        }
        return [.. replaced];
    }
}
