using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Conversations;

internal static class ConversationRoutes
{
    public static void Map(RouteTable routes)
    {
        routes.Post("/conversations", CreateAsync);
        routes.Get("/conversations/{conversation}", GetAsync);
        routes.Post("/conversations/{conversation}", UpdateAsync);
        routes.Delete("/conversations/{conversation}", DeleteAsync);
        routes.FoundryOnly("GET", "/conversations", ListAsync);
    }

    private static async Task CreateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("metadata", "items");
        JsonObject metadata = MetadataField.Read(body);
        JsonObject answer;
        lock (call.Workspace.Gate)
        {
            ItemReader.CheckCount(body, required: false);
            Conversation conversation = call.Workspace.Conversations.Create(metadata);
            try
            {
                conversation.Items.AddRange(ItemReader.ForConversation(call.Workspace, conversation, body));
            }
            catch (ApiException)
            {
                call.Workspace.Conversations.Delete(conversation.Id);
                throw;
            }

            answer = conversation.ToJson();
        }

        await call.ReplyAsync(answer);
    }

    private static Task GetAsync(Call call)
    {
        JsonObject answer;
        lock (call.Workspace.Gate) answer = call.Workspace.Conversations.Get(call.Route("conversation")).ToJson();
        return call.ReplyAsync(answer);
    }

    private static async Task UpdateAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("metadata");
        JsonObject answer;
        lock (call.Workspace.Gate)
        {
            Conversation conversation = call.Workspace.Conversations.Get(call.Route("conversation"));
            if (!body.Value.ContainsKey("metadata")) throw Refusal.Missing("metadata");
            conversation.Metadata = MetadataField.Read(body);
            answer = conversation.ToJson();
        }

        await call.ReplyAsync(answer);
    }

    private static Task DeleteAsync(Call call)
    {
        string id = call.Route("conversation");
        lock (call.Workspace.Gate) call.Workspace.Conversations.Delete(id);
        return call.ReplyAsync(new JsonObject { ["id"] = id, ["object"] = "conversation.deleted", ["deleted"] = true });
    }

    private static Task ListAsync(Call call)
    {
        JsonObject page;
        lock (call.Workspace.Gate)
            page = Page.Of(call.Workspace.Conversations.All, call.Page(), found => found.Id, found => found.ToJson());
        return call.ReplyAsync(page);
    }
}
