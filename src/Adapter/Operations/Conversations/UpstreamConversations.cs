using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;

namespace AgentsMigration.Adapter.Operations.Conversations;

/// <summary>Conversations of the service: OpenAI, Foundry.</summary>
internal sealed class UpstreamConversations(V2Client v2, bool areListed) : ConversationHome
{
    public override async Task<JsonElement?> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (!areListed)
            return null;
        string query = $"?limit={page.Limit}&order={(page.Ascending ? "asc" : "desc")}" + Cursor("after", page.After) + Cursor("before", page.Before);
        return await v2.GetAsync(V2Route.ConversationList(query), cancellationToken).ConfigureAwait(false);

        static string Cursor(string name, string? thread) =>
            thread is null ? "" : $"&{name}={Uri.EscapeDataString(LegacyIds.ConversationFromThread(thread))}";
    }

    public override Task<JsonElement> CreateAsync(
        IReadOnlyDictionary<string, string>? metadata, CancellationToken cancellationToken) =>
        v2.CreateAsync(V2Route.Conversations, ToJson(metadata), cancellationToken);

    public override Task<JsonElement> GetAsync(string conversation, CancellationToken cancellationToken) =>
        v2.GetAsync(V2Route.Conversation(conversation), cancellationToken);

    public override Task<JsonElement> ReplaceMetadataAsync(
        string conversation, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken) =>
        v2.PostAgainAsync(V2Route.Conversation(conversation), ToJson(metadata), cancellationToken);

    public override Task DeleteAsync(string conversation, CancellationToken cancellationToken) =>
        v2.DeleteAsync(V2Route.Conversation(conversation), cancellationToken);

    public override Task<JsonElement> AddItemsAsync(
        string conversation, byte[] request, ItemOrigin? with, CancellationToken cancellationToken) =>
        v2.CreateAsync(V2Route.Items(conversation, "?" + ItemQuery.Images), request, cancellationToken);

    public override Task<JsonElement> ListItemsAsync(string conversation, ItemQuery query, CancellationToken cancellationToken) =>
        v2.GetAsync(V2Route.Items(conversation, $"?{query}"), cancellationToken);

    public override Task<JsonElement> GetItemAsync(string conversation, string item, CancellationToken cancellationToken) =>
        v2.GetAsync(V2Route.Item(conversation, item, "?" + ItemQuery.Images), cancellationToken);

    public override Task DeleteItemAsync(string conversation, string item, CancellationToken cancellationToken) =>
        v2.DeleteAsync(V2Route.Item(conversation, item), cancellationToken);

    private static byte[] ToJson(IReadOnlyDictionary<string, string>? metadata) =>
        JsonBytes.Write(metadata, static (writer, pairs) =>
        {
            writer.WriteStartObject();
            if (pairs is not null)
                writer.WriteMetadata(pairs);
            writer.WriteEndObject();
        });
}
