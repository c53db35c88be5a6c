using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Conversations;

internal static class ConversationRoutes
{
    private const string Conversations = "/conversations";
    private const string One = Conversations + "/{conversation}";

    /// <summary>Azure OpenAI has no conversations.</summary>
    public const Surface Served = Surface.OpenAI | Surface.Foundry;

    public static void Map(RouteTable routes)
    {
        routes.Post(Conversations, CreateAsync, Served);
        routes.Get(One, call => call.ReplyLockedAsync(() => Find(call).ToJson()), Served);
        routes.Post(One, UpdateAsync, Served);
        routes.Delete(One, DeleteAsync, Served);
        routes.Get(Conversations, ListAsync, Surface.Foundry);
    }

    private static async Task CreateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("metadata", "items");
        JsonObject metadata = MetadataField.Read(body);
        await call.ReplyLockedAsync(() =>
        {
            ItemReader.CheckCount(body, required: false);
            Conversation conversation = call.Workspace.Conversations.New(metadata);
            conversation.Items.AddRange(ItemReader.ForConversation(call.Workspace, conversation, body));
            call.Workspace.Conversations.Add(conversation);
            return conversation.ToJson();
        });
    }

    private static async Task UpdateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("metadata");
        await call.ReplyLockedAsync(() =>
        {
            Conversation conversation = Find(call);
            if (!body.Value.ContainsKey("metadata")) throw Refusal.Missing("metadata");
            conversation.Metadata = MetadataField.Read(body);
            return conversation.ToJson();
        });
    }

    private static Task DeleteAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        string id = call.Route("conversation");
        call.Workspace.Conversations.Delete(id);
        return new JsonObject { ["id"] = id, ["object"] = "conversation.deleted", ["deleted"] = true };
    });

    private static Task ListAsync(Call call) => call.ReplyLockedAsync(() =>
        Page.Of(call.Workspace.Conversations.All, call.Page(), found => found.Id, found => found.ToJson()));

    private static Conversation Find(Call call) => call.Workspace.Conversations.Get(call.Route("conversation"));
}
