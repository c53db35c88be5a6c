using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>Files of Assistants v1 in v2's terms: who sees them, and which vector stores come and go for them.</summary>
public sealed class AssistantsV1Tests
{
    private const string Retrieval = "\"tools\":[{\"type\":\"retrieval\"}]";

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    public async Task Retrieval_FilesOfTheAssistant_AreInOneStoreThatGoesWithIt(TargetKind target)
    {
        await using AdapterFixture adapter = await StartAsync(target);
        string blue = await UploadAsync(adapter, "blue.txt", "The secret is blue.");
        string red = await UploadAsync(adapter, "red.txt", "The key is red.");
        string assistant = await adapter.CreateAssistantAsync($"{Retrieval},\"file_ids\":[\"{blue}\"]");
        string store = Assert.Single(await StoresAsync(adapter));

        (await adapter.SendAsync("POST", $"assistants/{assistant}/files", $$"""{"file_id":"{{red}}"}""")).Ok();
        Assert.Equal([store], await StoresAsync(adapter));
        Assert.Equal([blue, red], await FilesAsync(adapter, store));
        (await adapter.SendAsync("DELETE", $"assistants/{assistant}/files/{blue}")).Ok();
        Assert.Equal([red], await FilesAsync(adapter, store));
        Assert.Contains("red", await AskAsync(adapter, assistant, "search the key"), StringComparison.Ordinal);

        (await adapter.SendAsync("DELETE", $"assistants/{assistant}")).Ok();
        Assert.Empty(await StoresAsync(adapter));
        Assert.Equal(200, (await adapter.SendAsync("GET", $"files/{red}")).Status);
    }

    [Fact]
    public async Task Retrieval_TakenAwayAndGivenBack_LosesItsStoreAndGetsAnother()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.OpenAI);
        string file = await UploadAsync(adapter, "blue.txt", "The secret is blue.");
        string assistant = await adapter.CreateAssistantAsync($"{Retrieval},\"file_ids\":[\"{file}\"]");
        string store = Assert.Single(await StoresAsync(adapter));

        await ModifyAsync(adapter, assistant, """{"tools":[{"type":"code_interpreter"}]}""");
        Assert.Empty(await StoresAsync(adapter));
        JsonElement again = await ModifyAsync(adapter, assistant, $$"""{ {{Retrieval}} }""");

        Assert.Equal(file, Assert.Single(again.GetProperty("file_ids").EnumerateArray()).GetString());
        Assert.NotEqual(store, Assert.Single(await StoresAsync(adapter)));
    }

    [Fact]
    public async Task Assistant_ThatCannotBeMade_LeavesNoStore()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        string file = await UploadAsync(adapter, "blue.txt", "The secret is blue.");

        LegacyAnswer answer = await adapter.SendAsync(
            "POST",
            "assistants",
            $$"""
            {"model":"gpt-4o",{{Retrieval}},"file_ids":["{{file}}","file-none"]}
            """);

        answer.Error(400, "file_ids");
        Assert.Empty(await StoresAsync(adapter));
    }

    [Fact]
    public async Task MessageFiles_RunWithRetrieval_AreSearchedOnceARunNeedsThem()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.OpenAI);
        string file = await UploadAsync(adapter, "blue.txt", "The secret is blue.");
        string thread = await adapter.CreateThreadAsync();
        (await adapter.SendAsync(
            "POST", $"threads/{thread}/messages", $$"""{"role":"user","content":"search the secret","file_ids":["{{file}}"]}""")).Ok();

        string coder = await adapter.CreateAssistantAsync("\"tools\":[{\"type\":\"code_interpreter\"}]");
        await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, coder));
        Assert.Empty(await StoresAsync(adapter));

        string searcher = await adapter.CreateAssistantAsync(Retrieval);
        await adapter.AddMessageAsync(thread, "search the secret");
        await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, searcher));
        await adapter.AddMessageAsync(thread, "search the secret");
        await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, searcher));

        string store = Assert.Single(await StoresAsync(adapter));
        Assert.Equal([file], await FilesAsync(adapter, store));
        JsonElement answer = (await adapter.ListAsync($"threads/{thread}/messages?limit=1"))[0];
        Assert.Contains("blue", answer.GetRawText(), StringComparison.Ordinal);
        JsonElement citation = answer.GetProperty("content")[0].GetProperty("text").GetProperty("annotations")[0].GetProperty("file_citation");
        Assert.Equal("", citation.GetProperty("quote").GetString());
    }

    [Fact]
    public async Task Run_RetrievalOfTheRunAlone_SearchesTheAssistantsFiles()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.OpenAI);
        string file = await UploadAsync(adapter, "blue.txt", "The secret is blue.");
        string assistant = await adapter.CreateAssistantAsync($"\"file_ids\":[\"{file}\"]");
        string thread = await adapter.CreateThreadAsync("search the secret");

        JsonElement run = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant, Retrieval));

        Assert.Equal(file, run.GetProperty("file_ids")[0].GetString());
        Assert.Contains("blue", (await adapter.ListAsync($"threads/{thread}/messages?limit=1"))[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assistant_MadeInV1_IsThereInV2AndBack()
    {
        await using AdapterFixture v1 = await StartAsync(TargetKind.OpenAI);
        string first = await UploadAsync(v1, "a.txt", "a");
        string second = await UploadAsync(v1, "b.txt", "b");
        string assistant = await v1.CreateAssistantAsync($"\"tools\":[{{\"type\":\"code_interpreter\"}},{{\"type\":\"retrieval\"}}],\"file_ids\":[\"{first}\"]");
        AdapterFixture v2 = v1.Speak(LegacyDoor.OpenAIV2);

        JsonElement resources = (await v2.GetAsync($"assistants/{assistant}")).GetProperty("tool_resources");
        Assert.Equal(first, resources.GetProperty("code_interpreter").GetProperty("file_ids")[0].GetString());
        Assert.Equal(await StoresAsync(v1), resources.GetProperty("file_search").GetProperty("vector_store_ids").EnumerateArray().Select(id => id.GetString()));
        (await v2.SendAsync("POST", $"assistants/{assistant}", $$$"""{"tool_resources":{"code_interpreter":{"file_ids":["{{{second}}}"]} } }""")).Ok();

        Assert.Equal([second], (await v1.ListAsync($"assistants/{assistant}/files")).Select(Id));
        Assert.Empty(await StoresAsync(v1));
    }

    [Fact]
    public async Task FileRoutes_InOtherDialects_AreUnknown()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        (await adapter.SendAsync("GET", "assistants/asst_1/files")).Error(404, null);
    }

    private static Task<AdapterFixture> StartAsync(TargetKind target) => AdapterFixture.StartAsync(target, door: LegacyDoor.OpenAIV1);

    private static async Task<string> AskAsync(AdapterFixture adapter, string assistant, string question)
    {
        string thread = await adapter.CreateThreadAsync(question);
        await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant));
        return (await adapter.ListAsync($"threads/{thread}/messages?limit=1"))[0].GetRawText();
    }

    private static async Task<JsonElement> ModifyAsync(AdapterFixture adapter, string assistant, string json) =>
        (await adapter.SendAsync("POST", $"assistants/{assistant}", json)).Ok();

    private static async Task<string> UploadAsync(AdapterFixture adapter, string name, string text) =>
        Id((await adapter.UploadAsync(name, Encoding.UTF8.GetBytes(text))).Ok());

    private static async Task<string[]> StoresAsync(AdapterFixture adapter) => [.. (await adapter.ListAsync("vector_stores")).Select(Id)];

    private static async Task<string[]> FilesAsync(AdapterFixture adapter, string store) =>
        [.. (await adapter.ListAsync($"vector_stores/{store}/files?order=asc")).Select(Id)];

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;
}
