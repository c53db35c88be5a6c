using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>What Agents (classic) says in words of its own, and the slips of its clients.</summary>
public sealed class AgentsClassicTests
{
    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    public async Task Threads_Listed_ArePagedWithoutTheDeletedOnes(TargetKind target)
    {
        await using AdapterFixture adapter = await StartAsync(target);
        string first = await adapter.CreateThreadAsync();
        string second = await adapter.CreateThreadAsync("hello");
        string third = await adapter.CreateThreadAsync();

        Assert.Equal([third, second, first], Ids(await adapter.ListAsync("threads")));
        Assert.Equal([second], Ids(await adapter.ListAsync($"threads?limit=1&order=asc&after={first}")));
        (await adapter.SendAsync("DELETE", $"threads/{second}")).Ok();
        Assert.Equal([first], Ids(await adapter.ListAsync($"threads?after={second}")));
        (await adapter.SendAsync("GET", "threads?after=thread_none")).Error(404, null);
    }

    [Fact]
    public async Task Threads_StateIsLost_AreListedAsFoundryKnowsThem()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        string first = await adapter.CreateThreadAsync();
        string second = await adapter.CreateThreadAsync("hello");

        await using AdapterFixture later = adapter.Restart(_ => { });

        Assert.Equal([second, first], Ids(await later.ListAsync("threads")));
        Assert.Equal([second], Ids(await later.ListAsync($"threads?order=asc&after={first}")));
    }

    [Fact]
    public async Task Threads_ListedInOtherDialects_AreNot()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        (await adapter.SendAsync("GET", "threads")).Error(405, null);
    }

    [Fact]
    public async Task Run_ResourcesOfItsOwn_StandInPlaceOfTheAssistants()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.OpenAI);
        string ofAssistant = await UploadAsync(adapter, "a.txt");
        string ofRun = await UploadAsync(adapter, "b.txt");
        string assistant = await adapter.CreateAssistantAsync(
            $$"""
            "tools":[{"type":"code_interpreter"}],"tool_resources":{"code_interpreter":{"file_ids":["{{ofAssistant}}"]} }
            """);
        string thread = await adapter.CreateThreadAsync("hello");

        JsonElement run = await adapter.PollAsync(thread, await adapter.StartRunAsync(
            thread,
            assistant,
            $$"""
            "tool_resources":{"code_interpreter":{"file_ids":["{{ofRun}}"]} }
            """));

        Assert.Equal(ofRun, run.GetProperty("tool_resources").GetProperty("code_interpreter").GetProperty("file_ids")[0].GetString());
        string sent = adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses", StringComparison.Ordinal)).RequestBody!;
        Assert.Contains(ofRun, sent, StringComparison.Ordinal);
        Assert.DoesNotContain(ofAssistant, sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ResourcesOnExistingThreadInAssistantsV2_AreUnknown()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");

        (await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","tool_resources":{} }""")).Error(400, "tool_resources");
    }

    [Fact]
    public async Task Messages_PagingUnderAnotherName_IsReadAsMeant()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.OpenAI);
        string thread = await adapter.CreateThreadAsync("one");
        await adapter.AddMessageAsync(thread, "two");

        JsonElement[] newest = await adapter.ListAsync($"threads/{thread}/messages");
        JsonElement[] oldest = await adapter.ListAsync($"threads/{thread}/messages?run_id=asc");
        Assert.Equal(Ids(newest).Reverse(), Ids(oldest));
        Assert.Equal(Ids(newest).Take(1), Ids(await adapter.ListAsync($"threads/{thread}/messages?run_id=1")));
        Assert.Empty(await adapter.ListAsync($"threads/{thread}/messages?run_id=run_other"));
        (await adapter.SendAsync("GET", $"threads/{thread}/messages?run_id=500")).Error(400, "limit");
    }

    [Fact]
    public async Task Message_AttachmentMisspelt_IsTakenAndEchoedWell()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.OpenAI);
        string file = await UploadAsync(adapter, "a.txt");
        string thread = await adapter.CreateThreadAsync();

        JsonElement message = (await adapter.SendAsync(
            "POST",
            $"threads/{thread}/messages",
            $$"""{"role":"user","content":"Look.","attachments":[{"fileId":"{{file}}","tools":[{"type":"code_interpreter"}]}]}""")).Ok();

        Assert.Equal(file, message.GetProperty("attachments")[0].GetProperty("file_id").GetString());
    }

    [Theory]
    [InlineData("threads/{0}/messages", """{"role":"user","content":"x","attachments":[{"data_source":{"uri":"u","type":"uri_asset"},"tools":[]}]}""", "attachments[0].data_source")]
    [InlineData("threads", """{"tool_resources":{"code_interpreter":{"data_sources":[]}}}""", "tool_resources.code_interpreter.data_sources")]
    [InlineData("threads", """{"tool_resources":{"file_search":{"vector_stores":[{"name":"n","configuration":{}}]}}}""", "tool_resources.file_search.vector_stores[0].configuration")]
    public async Task DataSource_Anywhere_IsRefusedWithWhatToDo(string path, string body, string field)
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        string thread = await adapter.CreateThreadAsync();

        LegacyAnswer answer = await adapter.SendAsync("POST", path.Replace("{0}", thread, StringComparison.Ordinal), body);

        Assert.Contains("Upload the asset's file", answer.Error(400, field), StringComparison.Ordinal);
    }

    private static Task<AdapterFixture> StartAsync(TargetKind target) => AdapterFixture.StartAsync(target, door: LegacyDoor.AgentsClassic);

    private static async Task<string> UploadAsync(AdapterFixture adapter, string name) =>
        (await adapter.UploadAsync(name, Encoding.UTF8.GetBytes(name))).Ok().GetProperty("id").GetString()!;

    private static IEnumerable<string?> Ids(IEnumerable<JsonElement> items) => items.Select(item => item.GetProperty("id").GetString());
}
