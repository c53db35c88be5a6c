using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>Something that a call names is not there: the answer names that, and not the thread.</summary>
public sealed class MissingReferenceTests
{
    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Message_PictureIsUnknown_NamesTheFileAndAddsNothing(TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        string thread = await adapter.CreateThreadAsync();
        string assistant = await adapter.CreateAssistantAsync();
        const string message = """{"role":"user","content":[{"type":"text","text":"Look."},{"type":"image_file","image_file":{"file_id":"file-none"}}]}""";

        LegacyAnswer alone = await adapter.SendAsync("POST", $"threads/{thread}/messages", message);
        LegacyAnswer first = await adapter.SendAsync("POST", "threads", $$"""{"messages":[{{message}}]}""");
        LegacyAnswer withRun = await adapter.SendAsync(
            "POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","additional_messages":[{{message}}]}""");

        Assert.Equal("No file found with id 'file-none'.", alone.Error(400, "content[1].image_file.file_id"));
        Assert.Equal("No file found with id 'file-none'.", first.Error(400, "messages[0].content[1].image_file.file_id"));
        Assert.Equal("No file found with id 'file-none'.", withRun.Error(400, "additional_messages[0].content[1].image_file.file_id"));
        Assert.Empty(await adapter.ListAsync($"threads/{thread}/messages"));
        Assert.Empty(await adapter.ListAsync($"threads/{thread}/runs"));
    }

    [Fact]
    public async Task Message_PictureIsNoId_IsNotAskedFor()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string thread = await adapter.CreateThreadAsync();

        (await adapter.SendAsync(
            "POST", $"threads/{thread}/messages", """{"role":"user","content":[{"type":"image_file","image_file":{"file_id":"../x"}}]}"""))
            .Error(400, "content[0].image_file.file_id");
    }

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task Run_StoreIsDeleted_NamesTheStoreAndLocksNothing(TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        string store = (await adapter.SendAsync("POST", "vector_stores", """{"name":"v"}""")).Ok().GetProperty("id").GetString()!;
        string assistant = await adapter.CreateAssistantAsync(
            $$"""
            "tools":[{"type":"file_search"}],"tool_resources":{"file_search":{"vector_store_ids":["{{store}}"]} }
            """);
        string thread = await adapter.CreateThreadAsync("hello");
        (await adapter.SendAsync("DELETE", $"vector_stores/{store}")).Ok();

        LegacyAnswer refused = await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}"}""");

        string message = refused.Error(404, "tool_resources.file_search.vector_store_ids");
        Assert.Contains(store, message, StringComparison.Ordinal);
        await adapter.AddMessageAsync(thread, "The thread is free.");
    }

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    public async Task Assistants_CursorIsUnknown_NamesTheAssistant(TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        await adapter.CreateAssistantAsync();

        foreach (string cursor in new[] { "after", "before" })
        {
            LegacyAnswer answer = await adapter.SendAsync("GET", $"assistants?{cursor}=asst_none");
            Assert.Equal("No assistant found with id 'asst_none'.", answer.Error(404, null));
        }
    }

    [Theory]
    [InlineData("vector_stores", "configuration")]
    [InlineData("vector_stores/vs_1/files", "data_source")]
    [InlineData("vector_stores/vs_1/file_batches", "data_sources")]
    public async Task VectorStore_AzureAsset_IsRefusedWithWhatToDo(string path, string field)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry, door: LegacyDoor.AgentsClassic);

        LegacyAnswer answer = await adapter.SendAsync("POST", path, $$"""{"{{field}}":{"uri":"azureml://a"} }""");

        Assert.Contains("Upload the asset's file", answer.Error(400, field), StringComparison.Ordinal);
        Assert.Empty(adapter.V2.Calls);
    }
}
