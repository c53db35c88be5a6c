using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

public sealed class ListTests
{
    [Theory]
    [InlineData("assistants", TargetKind.OpenAI)]
    [InlineData("assistants", TargetKind.Foundry)]
    [InlineData("messages", TargetKind.OpenAI)]
    [InlineData("messages", TargetKind.Foundry)]
    [InlineData("messages", TargetKind.AzureOpenAI)]
    [InlineData("runs", TargetKind.OpenAI)]
    public async Task List_PagedEitherWay_IsCompleteAndInOrder(string kind, TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        (string path, string[] newestFirst) = await MakeAsync(adapter, kind, 7);
        string[] oldestFirst = [.. newestFirst.Reverse()];

        Assert.Equal(newestFirst, await WalkAsync(adapter, $"{path}?limit=3", "after"));
        Assert.Equal(oldestFirst, await WalkAsync(adapter, $"{path}?limit=3&order=asc", "after"));
        Assert.Equal(newestFirst[..3], await IdsAsync(adapter, $"{path}?limit=3&before={newestFirst[3]}"));
        Assert.Equal(newestFirst[1..3], await IdsAsync(adapter, $"{path}?limit=2&before={newestFirst[3]}"));
        Assert.Equal(oldestFirst[1..3], await IdsAsync(adapter, $"{path}?limit=2&order=asc&before={oldestFirst[3]}"));
        Assert.Equal(newestFirst[2..4], await IdsAsync(adapter, $"{path}?after={newestFirst[1]}&before={newestFirst[4]}"));
        Assert.Empty(await IdsAsync(adapter, $"{path}?after={newestFirst[^1]}"));
    }

    [Theory]
    [InlineData("assistants", TargetKind.OpenAI)]
    [InlineData("assistants", TargetKind.Foundry)]
    [InlineData("messages", TargetKind.OpenAI)]
    [InlineData("messages", TargetKind.AzureOpenAI)]
    public async Task List_CursorsAreDeleted_GoesOnWhereTheyStood(string kind, TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        (string path, string[] ids) = await MakeAsync(adapter, kind, 6);
        foreach (string id in new[] { ids[2], ids[1], ids[3] })
            (await adapter.SendAsync("DELETE", $"{path}/{id}")).Ok();

        Assert.Equal([ids[4], ids[5]], await IdsAsync(adapter, $"{path}?after={ids[2]}"));
        Assert.Equal([ids[4], ids[5]], await IdsAsync(adapter, $"{path}?after={ids[1]}"));
        Assert.Equal([ids[0]], await IdsAsync(adapter, $"{path}?after={ids[2]}&order=asc"));
        Assert.Equal([ids[0]], await IdsAsync(adapter, $"{path}?before={ids[3]}"));
        Assert.Equal([ids[4], ids[5]], await IdsAsync(adapter, $"{path}?after={ids[3]}&limit=2"));
    }

    [Fact]
    public async Task List_Empty_HasNullIdsAndNoMore()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string thread = await adapter.CreateThreadAsync();

        foreach (string path in new[] { "assistants", $"threads/{thread}/messages", $"threads/{thread}/runs" })
        {
            JsonElement list = await adapter.GetAsync(path);
            Assert.Equal(["object", "data", "first_id", "last_id", "has_more"], list.EnumerateObject().Select(p => p.Name));
            Assert.Equal(JsonValueKind.Null, list.GetProperty("first_id").ValueKind);
            Assert.False(list.GetProperty("has_more").GetBoolean());
        }
    }

    [Theory]
    [InlineData("threads/thread_none/runs", "No thread found with id 'thread_none'.")]
    [InlineData("assistants?after=asst_none", "No assistant found with id 'asst_none'.")]
    public async Task List_UnknownParentOrCursor_Answers404(string path, string message)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        Assert.Equal(message, (await adapter.SendAsync("GET", path)).Error(404, null));
    }

    [Fact]
    public async Task Messages_OfARun_AreThoseItWrote()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement run = await adapter.RunAsync("two messages");
        string path = $"threads/{run.GetProperty("thread_id").GetString()}/messages";

        JsonElement[] messages = await adapter.ListAsync($"{path}?run_id={run.GetProperty("id").GetString()}");

        Assert.Equal(["Second.", "First."], messages.Select(TextOf));
        Assert.All(messages, message => Assert.Equal(run.GetProperty("assistant_id").GetString(), message.GetProperty("assistant_id").GetString()));
        Assert.Empty(await adapter.ListAsync($"{path}?run_id=asc"));
        Assert.Equal(3, (await adapter.ListAsync(path)).Length);
    }

    [Fact]
    public async Task Delete_MessageOfAReasoningModel_TakesItsReasoningAlong()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement run = await adapter.RunAsync("think aloud");
        string thread = run.GetProperty("thread_id").GetString()!;
        string message = (await adapter.ListAsync($"threads/{thread}/messages"))[0].GetProperty("id").GetString()!;

        (await adapter.SendAsync("DELETE", $"threads/{thread}/messages/{message}")).Ok();
        await adapter.AddMessageAsync(thread, "hello");
        JsonElement next = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, run.GetProperty("assistant_id").GetString()!));

        Assert.Equal("completed", next.GetProperty("status").GetString());
        Assert.Contains(adapter.V2.Calls, call => call.Method == "DELETE" && call.Path.Contains("/items/rs_"));
        Assert.Equal(
            $"No message found with id '{message}'.", (await adapter.SendAsync("GET", $"threads/{thread}/messages/{message}")).Error(404, null));
    }

    private static async Task<(string Path, string[] NewestFirst)> MakeAsync(AdapterFixture adapter, string kind, int count)
    {
        List<string> ids = [];
        string path = kind;
        switch (kind)
        {
            case "assistants":
                for (int i = 0; i < count; i++)
                    ids.Add(await adapter.CreateAssistantAsync());
                break;
            case "messages":
                string thread = await adapter.CreateThreadAsync();
                path = $"threads/{thread}/messages";
                for (int i = 0; i < count; i++)
                    ids.Add(await adapter.AddMessageAsync(thread, $"m{i}"));
                break;
            default:
                string owner = await adapter.CreateThreadAsync("hello");
                string assistant = await adapter.CreateAssistantAsync();
                path = $"threads/{owner}/runs";
                for (int i = 0; i < count; i++)
                {
                    ids.Add(await adapter.StartRunAsync(owner, assistant));
                    await adapter.PollAsync(owner, ids[^1]);
                }
                break;
        }
        ids.Reverse();
        return (path, [.. ids]);
    }

    private static async Task<string[]> WalkAsync(AdapterFixture adapter, string path, string cursor)
    {
        List<string> ids = [];
        string next = path;
        while (true)
        {
            JsonElement page = await adapter.GetAsync(next);
            ids.AddRange(page.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (!page.GetProperty("has_more").GetBoolean())
                return [.. ids];
            next = $"{path}&{cursor}={page.GetProperty("last_id").GetString()}";
        }
    }

    private static async Task<string[]> IdsAsync(AdapterFixture adapter, string path) =>
        [.. (await adapter.ListAsync(path)).Select(item => item.GetProperty("id").GetString()!)];

    private static string TextOf(JsonElement message) =>
        message.GetProperty("content")[0].GetProperty("text").GetProperty("value").GetString()!;
}
