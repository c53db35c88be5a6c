using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Operations.Conversations;

/// <summary>
/// Conversations that the adapter keeps itself, for services that have none. Ids have v2's form: they carry the time, and
/// no caller can tell the difference.
/// </summary>
internal sealed class TranscriptConversations(AdapterState state, TimeProvider time) : ConversationHome
{
    public override async Task<JsonElement> CreateAsync(
        IReadOnlyDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        ConversationRecord record = new() { Id = TranscriptId.NewConversation(time.Seconds()), CreatedAt = time.Seconds(), Metadata = metadata };
        await state.Conversations.TryAddAsync(record.Id, "", record, cancellationToken).ConfigureAwait(false);
        return ToJson(record);
    }

    public override async Task<JsonElement> GetAsync(string conversation, CancellationToken cancellationToken) =>
        ToJson(await RequireAsync(conversation, cancellationToken).ConfigureAwait(false));

    public override async Task<JsonElement> ReplaceMetadataAsync(
        string conversation, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        await RequireAsync(conversation, cancellationToken).ConfigureAwait(false);
        return ToJson(await state.Conversations.UpdateAsync(
            conversation, "", known => (known ?? throw Gone(conversation)) with { Metadata = metadata }, cancellationToken).ConfigureAwait(false));
    }

    public override async Task DeleteAsync(string conversation, CancellationToken cancellationToken)
    {
        if (!await state.Conversations.TryDeleteAsync(conversation, cancellationToken).ConfigureAwait(false))
            throw Gone(conversation);
    }

    public override async Task<JsonElement> AddItemsAsync(
        string conversation, byte[] request, ItemOrigin? with, CancellationToken cancellationToken)
    {
        await RequireAsync(conversation, cancellationToken).ConfigureAwait(false);
        List<JsonElement> added = [];
        foreach (JsonElement given in JsonBytes.Parse(request).GetItems("items"))
        {
            string id = with is { } origin
                ? TranscriptId.OfRun(origin.RunId, origin.Before + added.Count)
                : TranscriptId.NewMessage(conversation, time.Seconds());
            JsonElement item = TranscriptItem.Named(given, id);
            await AddAsync(conversation, item, null, cancellationToken).ConfigureAwait(false);
            added.Add(item);
        }
        return ToPage(added, hasMore: false);
    }

    /// <summary>Adds an item that has its id already; done again it changes nothing.</summary>
    public async Task AddAsync(string conversation, JsonElement item, string? responseId, CancellationToken cancellationToken)
    {
        string id = item.GetText("id") ?? "";
        TranscriptItemRecord record = new() { Id = id, ConversationId = conversation, ResponseId = responseId, Item = item };
        await state.Items.TryAddAsync(id, conversation, record, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<JsonElement> ListItemsAsync(string conversation, ItemQuery query, CancellationToken cancellationToken)
    {
        await RequireAsync(conversation, cancellationToken).ConfigureAwait(false);
        long? after = query.After is null
            ? null
            : (await FindAsync(conversation, query.After, cancellationToken).ConfigureAwait(false)).Sequence;
        IReadOnlyList<Entry<TranscriptItemRecord>> found = await state.Items.ListAsync(
            conversation, query.Ascending, query.Limit + 1, after, cancellationToken).ConfigureAwait(false);
        return ToPage([.. found.Take(query.Limit).Select(entry => entry.Value.Item)], found.Count > query.Limit);
    }

    /// <summary>All of it, oldest first.</summary>
    public async Task<IReadOnlyList<TranscriptItemRecord>> ReadAsync(string conversation, CancellationToken cancellationToken)
    {
        const int PageSize = 500;
        await RequireAsync(conversation, cancellationToken).ConfigureAwait(false);
        List<TranscriptItemRecord> items = [];
        long? after = null;
        while (true)
        {
            IReadOnlyList<Entry<TranscriptItemRecord>> page = await state.Items.ListAsync(
                conversation, ascending: true, PageSize, after, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Select(entry => entry.Value));
            if (page.Count < PageSize)
                return items;
            after = page[page.Count - 1].Sequence;
        }
    }

    public override async Task<JsonElement> GetItemAsync(string conversation, string item, CancellationToken cancellationToken) =>
        (await FindAsync(conversation, item, cancellationToken).ConfigureAwait(false)).Value.Item;

    public override async Task DeleteItemAsync(string conversation, string item, CancellationToken cancellationToken)
    {
        await FindAsync(conversation, item, cancellationToken).ConfigureAwait(false);
        await state.Items.TryDeleteAsync(item, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConversationRecord> RequireAsync(string conversation, CancellationToken cancellationToken) =>
        (await state.Conversations.FindAsync(conversation, cancellationToken).ConfigureAwait(false))?.Value ?? throw Gone(conversation);

    private async Task<Entry<TranscriptItemRecord>> FindAsync(string conversation, string item, CancellationToken cancellationToken) =>
        await state.Items.FindAsync(item, cancellationToken).ConfigureAwait(false) is { } found && found.Value.ConversationId == conversation
            ? found
            : throw new V2Exception(404, $"Conversation item with id '{item}' not found.");

    private static V2Exception Gone(string conversation) => new(404, $"Conversation with id '{conversation}' not found.");

    private static JsonElement ToJson(ConversationRecord record) =>
        JsonBytes.Parse(JsonBytes.Write(record, static (writer, kept) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", kept.Id);
            writer.WriteString("object", "conversation");
            writer.WriteNumber("created_at", kept.CreatedAt);
            writer.WriteMetadata(kept.Metadata);
            writer.WriteEndObject();
        }));

    private static JsonElement ToPage(IReadOnlyList<JsonElement> items, bool hasMore) =>
        JsonBytes.Parse(JsonBytes.Write((items, hasMore), static (writer, page) =>
        {
            writer.WriteStartObject();
            writer.WriteElements("data", page.items);
            writer.WriteString("last_id", page.items.Count == 0 ? null : page.items[page.items.Count - 1].GetText("id"));
            writer.WriteBoolean("has_more", page.hasMore);
            writer.WriteEndObject();
        }));
}
