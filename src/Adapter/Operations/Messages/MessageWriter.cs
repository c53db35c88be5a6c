using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.Operations.Conversations;
using AgentsMigration.Adapter.Operations.Files;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Messages;

/// <summary>A message as it came to be: the conversation's item and the store's record.</summary>
internal sealed record WrittenMessage(JsonElement Item, MessageRecord Record);

/// <summary>Adds messages to a thread: their items to the conversation, the rest to the store.</summary>
internal sealed class MessageWriter(
    ConversationHome home, AdapterState state, FileReferences references, AttachmentKeeper attachments, TimeProvider time)
{
    /// <summary>What v2 takes in one call.</summary>
    private const int ChunkSize = 20;

    /// <summary>What messages name: the files of attachments and of pictures.</summary>
    public async Task RequireFilesAsync(IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        foreach (NewAttachment attachment in messages.SelectMany(message => message.Attachments))
            await references.RequireFileAsync(attachment.FileId, attachment.FileIdPath, cancellationToken).ConfigureAwait(false);
        foreach (NewMessagePart part in messages.SelectMany(message => message.Parts))
        {
            if (part.ImageFileId is { } picture)
                await references.RequireFileAsync(picture, part.Path, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<WrittenMessage>> AddAsync(
        string threadId, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken) =>
        await WriteAsync(
            threadId, await PrepareAsync(threadId, messages, cancellationToken).ConfigureAwait(false), null, false, cancellationToken).ConfigureAwait(false);

    /// <summary>All that comes before the messages themselves; done again it changes nothing.</summary>
    public async Task<IReadOnlyList<DraftMessage>> PrepareAsync(
        string threadId, IReadOnlyList<NewMessage> messages, CancellationToken cancellationToken)
    {
        await attachments.KeepAsync(threadId, messages, cancellationToken).ConfigureAwait(false);
        NewMessage[] known = await WithUpstreamImagesAsync(messages, cancellationToken).ConfigureAwait(false);
        return
        [
            .. known.Select(message => new DraftMessage(
                JsonBytes.Parse(JsonBytes.Write(message, static (writer, given) => given.WriteItem(writer))),
                [.. message.Attachments.Select(attachment => attachment.Echo)],
                message.Metadata)),
        ];
    }

    /// <param name="threadId">The thread that they are added to.</param>
    /// <param name="messages">Those that are not there yet.</param>
    /// <param name="runId">The run that they come with; null where they come alone.</param>
    /// <param name="isBegun">Whether a request before began to add them.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IReadOnlyList<WrittenMessage>> WriteAsync(
        string threadId, IReadOnlyList<DraftMessage> messages, string? runId, bool isBegun, CancellationToken cancellationToken)
    {
        List<WrittenMessage> written = [];
        for (int start = 0; start < messages.Count; start += ChunkSize)
        {
            DraftMessage[] chunk = [.. messages.Skip(start).Take(ChunkSize)];
            IReadOnlyList<JsonElement> items = await PostOnceAsync(threadId, chunk, runId, start, isBegun, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < items.Count; i++)
                written.Add(await RecordAsync(threadId, items[i], chunk[i], runId).ConfigureAwait(false));
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
            JsonElement page = await home.ListItemsAsync(
                LegacyIds.ConversationFromThread(threadId), new ItemQuery(100, Ascending: true), cancellationToken).ConfigureAwait(false);
            return page.GetItems("data").Any(item => item.GetText("role") == "user");
        }
        catch (V2Exception error) when (error.IsNotFound)
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }
    }

    /// <summary>Of a call that may have been done, the conversation itself says whether it was.</summary>
    private async Task<IReadOnlyList<JsonElement>> PostOnceAsync(
        string threadId, DraftMessage[] messages, string? runId, int start, bool isBegun, CancellationToken cancellationToken)
    {
        if (isBegun && await FindAddedAsync(threadId, messages, runId, cancellationToken).ConfigureAwait(false) is { } before)
            return before;
        try
        {
            return await PostAsync(threadId, messages, runId, start, cancellationToken).ConfigureAwait(false);
        }
        catch (V2Exception error) when (error.MayBeDone)
        {
            if (await FindAddedAsync(threadId, messages, runId, cancellationToken).ConfigureAwait(false) is { } added)
                return added;
            throw;
        }
    }

    private async Task<IReadOnlyList<JsonElement>> PostAsync(
        string threadId, DraftMessage[] messages, string? runId, int start, CancellationToken cancellationToken)
    {
        string conversation = LegacyIds.ConversationFromThread(threadId);
        byte[] request = JsonBytes.Write(messages, static (writer, chunk) =>
        {
            writer.WriteStartObject();
            writer.WriteElements("items", [.. chunk.Select(message => message.Item)]);
            writer.WriteEndObject();
        });
        try
        {
            // What came with a run is added once, however often it is begun.
            ItemOrigin? with = runId is null ? null : new ItemOrigin(runId, start);
            JsonElement answer = await home.AddItemsAsync(conversation, request, with, cancellationToken).ConfigureAwait(false);
            return [.. answer.GetItems("data")];
        }
        catch (V2Exception error) when (error.IsNotFoundOf(conversation))
        {
            throw LegacyErrors.NotFound("thread", threadId);
        }
    }

    /// <summary>The same messages at the end of the conversation, unless they are on record for another reason.</summary>
    private async Task<IReadOnlyList<JsonElement>?> FindAddedAsync(
        string threadId, DraftMessage[] messages, string? runId, CancellationToken cancellationToken)
    {
        JsonElement page = await home.ListItemsAsync(
            LegacyIds.ConversationFromThread(threadId),
            new ItemQuery(messages.Length, Ascending: false, WithImages: true),
            cancellationToken).ConfigureAwait(false);
        List<JsonElement> last = [.. page.GetItems("data")];
        last.Reverse();
        if (last.Count != messages.Length)
            return null;
        for (int i = 0; i < messages.Length; i++)
        {
            if (!IsSame(last[i], messages[i].Item))
                return null;
            Entry<MessageRecord>? known = await state.Messages.FindAsync(last[i].GetText("id") ?? "", cancellationToken).ConfigureAwait(false);
            if (known is not null && (runId is null || known.Value.CameWith != runId))
                return null;
        }
        return last;
    }

    private static bool IsSame(JsonElement item, JsonElement draft) =>
        item.GetText("type") == "message"
        && item.GetText("role") == draft.GetText("role")
        && item.GetItems("content").Select(Text).SequenceEqual(draft.GetItems("content").Select(Text));

    private static string Text(JsonElement part) => part.GetText("text") ?? part.GetText("file_id") ?? part.GetText("image_url") ?? "";

    /// <summary>Written down even when the caller has gone: the message is there.</summary>
    private async Task<WrittenMessage> RecordAsync(string threadId, JsonElement item, DraftMessage message, string? runId)
    {
        string id = item.GetText("id") ?? throw new V2Exception(502, "The service gave an item without an id.");
        MessageRecord record = new()
        {
            Id = id,
            CreatedAt = IdTime.TryRead(id, time.Seconds()) ?? time.Seconds(),
            Attachments = message.Attachments,
            Metadata = message.Metadata,
            CameWith = runId,
        };
        await state.Messages.TryAddAsync(id, threadId, record, CancellationToken.None).ConfigureAwait(false);
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
                    ? part with { ImageFileId = await references.ToUpstreamImageAsync(id, cancellationToken).ConfigureAwait(false) }
                    : part);
            }
            replaced.Add(message with { Parts = parts });
        }
        return [.. replaced];
    }
}
