using AgentsMigration.Emulator.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Emulator.Tests.Life;

public sealed class VectorStoreTests : EmulatorTest
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Create_WithFile_IsInProgressThenCompleted()
    {
        string file = await OpenAI.UploadAsync("a.txt", "some text");
        Answer created = (await OpenAI.PostAsync("/vector_stores", $$"""{"file_ids":["{{file}}"]}""")).Ok();
        Assert.Equal(["id", "object", "created_at", "name", "description", "usage_bytes", "file_counts", "status",
            "expires_after", "expires_at", "last_active_at", "metadata"], created.Body.Select(member => member.Key));
        Assert.Equal("in_progress", created["status"]!.GetValue<string>());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Answer later = (await OpenAI.GetAsync("/vector_stores/" + created.Id)).Ok();
        Assert.Equal(("completed", 9), (later["status"]!.GetValue<string>(), later["usage_bytes"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Files_NotText_Fail()
    {
        string file = await OpenAI.UploadAsync("a.bin", "a\0b");
        string store = (await OpenAI.PostAsync("/vector_stores", "{}")).Ok().Id;
        Answer added = (await OpenAI.PostAsync($"/vector_stores/{store}/files", $$"""{"file_id":"{{file}}"}""")).Ok();
        Assert.Equal(["id", "object", "usage_bytes", "created_at", "vector_store_id", "status", "last_error",
            "chunking_strategy",
            "attributes"], added.Body.Select(member => member.Key));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Answer list = (await OpenAI.GetAsync($"/vector_stores/{store}/files?filter=failed")).Ok();
        Assert.Equal("unsupported_file", Assert.Single(list.Data)!["last_error"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Batch_CancelledBeforeIngested_DropsItsFiles()
    {
        string file = await OpenAI.UploadAsync("a.txt", "text");
        string store = (await OpenAI.PostAsync("/vector_stores", "{}")).Ok().Id;
        Answer batch = (await OpenAI.PostAsync($"/vector_stores/{store}/file_batches",
            $$"""{"file_ids":["{{file}}"]}""")).Ok();
        Assert.Equal("in_progress", batch["status"]!.GetValue<string>());
        Answer cancelled = (await OpenAI.PostAsync($"/vector_stores/{store}/file_batches/{batch.Id}/cancel")).Ok();
        Assert.Equal(("cancelled", 1), (cancelled["status"]!.GetValue<string>(),
            cancelled["file_counts"]!["cancelled"]!.GetValue<int>()));
        Assert.Empty((await OpenAI.GetAsync($"/vector_stores/{store}/files")).Ok().Data);
    }

    [Fact]
    public async Task Expired_Store_IsRefusedAsTool()
    {
        string store = (await OpenAI.PostAsync("/vector_stores",
            """{"expires_after":{"anchor":"last_active_at","days":1}}""")).Ok().Id;
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("expired", (await OpenAI.GetAsync("/vector_stores/" + store)).Ok()["status"]!.GetValue<string>());
        (await OpenAI.PostAsync("/responses",
            $$"""{"model":"m","input":"x","tools":[{"type":"file_search","vector_store_ids":["{{store}}"]}]}"""))
            .IsRefused(400, $"Vector store {store} is expired.", "tools[0].vector_store_ids");
    }

    [Fact]
    public async Task Search_SharedWords_FindsTheParagraph()
    {
        string file = await OpenAI.UploadAsync("a.txt", "The office opens at nine.\n\nLunch is at noon.");
        string store = (await OpenAI.PostAsync("/vector_stores", $$"""{"file_ids":["{{file}}"]}""")).Ok().Id;
        _clock.Advance(TimeSpan.FromSeconds(1));
        Answer found = (await OpenAI.PostAsync($"/vector_stores/{store}/search",
            """{"query":"When is lunch?"}""")).Ok();
        Assert.Equal("Lunch is at noon.", Assert.Single(found.Data)!["content"]![0]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"type":"eq","key":"year","value":2025}""", 1)]
    [InlineData("""{"type":"ne","key":"year","value":2025}""", 0)]
    [InlineData("""{"type":"and","filters":[{"type":"gte","key":"year","value":2025},{"type":"in","key":"kind","value":["a","b"]}]}""", 1)]
    [InlineData("""{"type":"or","filters":[{"type":"lt","key":"year","value":2025},{"type":"nin","key":"kind","value":["a"]}]}""", 0)]
    public async Task Search_Filter_IsApplied(string filter, int expected)
    {
        string file = await OpenAI.UploadAsync("a.txt", "Lunch is at noon.");
        string store = (await OpenAI.PostAsync("/vector_stores", "{}")).Ok().Id;
        await OpenAI.PostAsync($"/vector_stores/{store}/files",
            $$"""{"attributes":{"year":2025,"kind":"a"},"file_id":"{{file}}"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Answer found = (await OpenAI.PostAsync($"/vector_stores/{store}/search",
            $$"""{"query":"lunch","filters":{{filter}} }""")).Ok();
        Assert.Equal(expected, found.Data.Count);
    }

    [Fact]
    public async Task Get_Unknown_Is404() =>
        (await OpenAI.GetAsync("/vector_stores/vs_1")).IsRefused(404, "Vector store with id 'vs_1' not found.");

    protected override void Configure(EmulatorOptions options)
    {
        options.TimeProvider = _clock;
        options.IngestDelay = TimeSpan.FromSeconds(1);
    }
}
