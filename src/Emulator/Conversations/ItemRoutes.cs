using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.Responses;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Conversations;

internal static class ItemRoutes
{
    private const string Items = "/conversations/{conversation}/items";

    public static void Map(RouteTable routes)
    {
        routes.Post(Items, CreateAsync);
        routes.Get(Items, ListAsync);
        routes.Get(Items + "/{item}", GetAsync);
        routes.Delete(Items + "/{item}", DeleteAsync);
    }

    private static async Task CreateAsync(Call call)
    {
        Fields body = await call.BodyAsync();
        IncludeSet include = call.Include;
        JsonObject answer;
        lock (call.Workspace.Gate)
        {
            Conversation conversation = call.Workspace.Conversations.GetUnlocked(call.Route("conversation"));
            ItemReader.CheckCount(body.AllowOnly("items"), required: true);
            IReadOnlyList<JsonObject> added = ItemReader.ForConversation(call.Workspace, conversation, body);
            conversation.Items.AddRange(added);
            PageQuery everything = new(added.Count, Ascending: true, After: null, Before: null);
            answer = Page.Of(added, everything, Id, item => Projection.Item(item, include));
        }

        await call.ReplyAsync(answer);
    }

    private static Task ListAsync(Call call)
    {
        IncludeSet include = call.Include;
        JsonObject page;
        lock (call.Workspace.Gate)
        {
            Conversation conversation = call.Workspace.Conversations.Get(call.Route("conversation"));
            page = Page.Of(conversation.Items, call.Page(), Id, item => Projection.Item(item, include));
        }

        return call.ReplyAsync(page);
    }

    private static Task GetAsync(Call call)
    {
        IncludeSet include = call.Include;
        JsonObject answer;
        lock (call.Workspace.Gate)
        {
            Conversation conversation = call.Workspace.Conversations.Get(call.Route("conversation"));
            answer = Projection.Item(Find(conversation, call.Route("item")), include);
        }

        return call.ReplyAsync(answer);
    }

    private static Task DeleteAsync(Call call)
    {
        JsonObject answer;
        lock (call.Workspace.Gate)
        {
            Conversation conversation = call.Workspace.Conversations.GetUnlocked(call.Route("conversation"));
            conversation.Items.Remove(Find(conversation, call.Route("item")));
            answer = conversation.ToJson();
        }

        return call.ReplyAsync(answer);
    }

    private static JsonObject Find(Conversation conversation, string id) =>
        conversation.Items.Find(item => Id(item) == id)
        ?? throw Refusal.NotFound($"Conversation item with id '{id}' not found.");

    private static string Id(JsonObject item) => item["id"]!.GetValue<string>();
}
