using System.Text.Json.Nodes;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Strictness;

public sealed class ConversationTests : EmulatorTest
{
    [Fact]
    public async Task Create_EmptyBody_HasRecordedKeys()
    {
        Answer created = (await OpenAI.PostAsync("/conversations")).Ok();
        Assert.Equal(["id", "object", "created_at", "metadata"], created.Body.Select(member => member.Key));
        Assert.Matches("^conv_[0-9a-f]{48}$", created.Id);
    }

    [Fact]
    public async Task Update_Metadata_ReplacesIt()
    {
        string id = (await OpenAI.PostAsync("/conversations", """{"metadata":{"a":"1"}}""")).Ok().Id;
        Answer updated = (await OpenAI.PostAsync("/conversations/" + id, """{"metadata":{"b":"2"}}""")).Ok();
        Assert.Equal("""{"b":"2"}""", updated["metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task Get_AfterDelete_Is404()
    {
        string id = await OpenAI.ConversationAsync();
        Assert.Equal("conversation.deleted",
            (await OpenAI.DeleteAsync("/conversations/" + id)).Ok()["object"]!.GetValue<string>());
        (await OpenAI.GetAsync("/conversations/" + id)).IsRefused(404, $"Conversation with id '{id}' not found.");
    }

    [Fact]
    public async Task Get_FoundryMalformedId_IsRefused() =>
        (await Foundry.GetAsync("/conversations/thread_1"))
            .IsRefused(400, "Invalid conversation id 'thread_1', Malformed identifier.", "conversation_id");

    [Theory]
    [InlineData("17 pairs", 17, 1, 1)]
    [InlineData("long key", 1, 65, 1)]
    [InlineData("long value", 1, 1, 513)]
    public async Task Create_MetadataBeyondLimit_IsRefused(string what, int pairs, int key, int value)
    {
        JsonObject metadata = [];
        for (int i = 0; i < pairs; i++) metadata[new string('k', key) + (pairs > 1 ? i : "")] = new string('v', value);
        Answer answer = await OpenAI.PostAsync("/conversations",
            new JsonObject { ["metadata"] = metadata }.ToJsonString());
        Assert.True((int)answer.Status == 400, what);
    }

    [Fact]
    public async Task Create_TooManyItems_IsRefused()
    {
        string items = string.Join(',', Enumerable.Repeat("""{"type":"message","role":"user","content":"x"}""", 21));
        (await OpenAI.PostAsync("/conversations", $$"""{"items":[{{items}}]}""")).IsRefused(400,
            "Invalid 'items': array too long. Expected an array with maximum length 20, but got an array with length 21 instead.",
            "items", "array_above_max_length");
    }

    [Fact]
    public async Task AddItems_UserText_ListsNewestFirst()
    {
        string id = await OpenAI.ConversationAsync("first");
        Answer added = (await OpenAI.PostAsync($"/conversations/{id}/items",
            """{"items":[{"type":"message","role":"user","content":[{"type":"input_text","text":"second"}]}]}""")).Ok();
        Answer list = (await OpenAI.GetAsync($"/conversations/{id}/items?limit=1")).Ok();

        Assert.Equal(["object", "data", "first_id", "has_more", "last_id"], list.Body.Select(member => member.Key));
        Assert.Equal(["id", "type", "status", "content", "role"],
            list.Data[0]!.AsObject().Select(member => member.Key));
        Assert.Equal(added["first_id"]!.GetValue<string>(), list["first_id"]!.GetValue<string>());
        Assert.True(list["has_more"]!.GetValue<bool>());
        Answer next = (await OpenAI.GetAsync($"/conversations/{id}/items?after={list["last_id"]}")).Ok();
        Assert.Equal("first", Assert.Single(next.Data)!["content"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task ListItems_OrderAsc_ListsOldestFirst()
    {
        string id = await OpenAI.ConversationAsync("first", "second");
        Answer list = (await OpenAI.GetAsync($"/conversations/{id}/items?order=asc")).Ok();
        Assert.Equal("first", list.Data[0]!["content"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task ListItems_Before_IsRefusedByOpenAIOnly()
    {
        string id = await OpenAI.ConversationAsync("x");
        (await OpenAI.GetAsync($"/conversations/{id}/items?before=msg_1"))
            .IsRefused(400, "Unknown parameter: 'before'.", "before", "unknown_parameter");
        string other = (await Foundry.PostAsync("/conversations",
            """{"items":[{"type":"message","role":"user","content":"a"},{"type":"message","role":"user","content":"b"}]}""")).Ok().Id;
        Answer all = (await Foundry.GetAsync($"/conversations/{other}/items")).Ok();
        Answer page = (await Foundry.GetAsync($"/conversations/{other}/items?before={all["last_id"]}")).Ok();
        Assert.Equal(all["first_id"]!.GetValue<string>(), Assert.Single(page.Data)!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("limit=0", "Invalid 'limit': integer below minimum value. Expected a value >= 1, but got 0 instead.", "limit", "integer_below_min_value")]
    [InlineData("limit=101", "Invalid 'limit': integer above maximum value. Expected a value <= 100, but got 101 instead.", "limit", "integer_above_max_value")]
    [InlineData("order=up", "Invalid value: 'up'. Supported values are: 'asc' and 'desc'.", "order", "invalid_value")]
    public async Task ListItems_WrongQuery_IsRefused(string query, string message, string param, string code)
    {
        string id = await OpenAI.ConversationAsync("x");
        (await OpenAI.GetAsync($"/conversations/{id}/items?{query}")).IsRefused(400, message, param, code);
    }

    [Fact]
    public async Task DeleteItem_Known_ReturnsConversation()
    {
        string id = await OpenAI.ConversationAsync("x");
        string item = (await OpenAI.GetAsync($"/conversations/{id}/items")).Ok()["first_id"]!.GetValue<string>();
        Assert.Equal("conversation",
            (await OpenAI.DeleteAsync($"/conversations/{id}/items/{item}")).Ok()["object"]!.GetValue<string>());
        (await OpenAI.GetAsync($"/conversations/{id}/items/{item}"))
            .IsRefused(404, $"Conversation item with id '{item}' not found.");
    }

    [Fact]
    public async Task Get_OtherSurface_IsNotThere()
    {
        string id = await OpenAI.ConversationAsync("x");
        (await Foundry.GetAsync("/conversations/" + id)).IsRefused(404, $"Conversation with id '{id}' not found.");
    }
}
