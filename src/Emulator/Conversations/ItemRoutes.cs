using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.Responses;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Conversations;

internal static class ItemRoutes
{
    private const string Items = "/conversations/{conversation}/items";

    public static void Map(RouteTable routes)
    {
        routes.Post(Items, CreateAsync, ConversationRoutes.Served);
        routes.Get(Items, ListAsync, ConversationRoutes.Served);
        routes.Get(Items + "/{item}", GetAsync, ConversationRoutes.Served);
        routes.Delete(Items + "/{item}", DeleteAsync, ConversationRoutes.Served);
    }

    private static async Task CreateAsync(Call call)
    {
        Fields body = await call.BodyAsync();
        IncludeSet include = call.Include;
        await call.ReplyLockedAsync(() =>
        {
            Conversation conversation = call.Workspace.Conversations.GetUnlocked(call.Route("conversation"));
            ItemReader.CheckCount(body.AllowOnly("items"), required: true);
            IReadOnlyList<JsonObject> added = ItemReader.ForConversation(call.Workspace, conversation, body);
            conversation.Items.AddRange(added);
            PageQuery everything = new(added.Count, Ascending: true, After: null, Before: null);
            return Page.Of(added, everything, Id, item => Projection.Item(item, include));
        });
    }

    private static Task ListAsync(Call call)
    {
        IncludeSet include = call.Include;
        return call.ReplyLockedAsync(() =>
            Page.Of(Find(call).Items, call.Page(), Id, item => Projection.Item(item, include)));
    }

    private static Task GetAsync(Call call)
    {
        IncludeSet include = call.Include;
        return call.ReplyLockedAsync(() => Projection.Item(Item(call, Find(call)), include));
    }

    private static Task DeleteAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        Conversation conversation = call.Workspace.Conversations.GetUnlocked(call.Route("conversation"));
        conversation.Items.Remove(Item(call, conversation));
        return conversation.ToJson();
    });

    private static Conversation Find(Call call) => call.Workspace.Conversations.Get(call.Route("conversation"));

    private static JsonObject Item(Call call, Conversation conversation) =>
        conversation.Items.Find(item => Id(item) == call.Route("item"))
        ?? throw Refusal.NotFound($"Conversation item with id '{call.Route("item")}' not found.");

    private static string Id(JsonObject item) => item["id"]!.GetValue<string>();
}
