using AgentsMigration.Emulator.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Emulator.Tests.Life;

public sealed class ContainerTests : EmulatorTest
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Create_AllSettings_HasRecordedKeys()
    {
        Answer created = (await OpenAI.PostAsync("/containers", """
            {"name":"test","expires_after":{"anchor":"last_active_at","minutes":20},"memory_limit":"4g","network_policy":{"type":"disabled"}}
            """)).Ok();
        Assert.Matches("^cntr_[0-9a-f]{48}$", created.Id);
        Assert.Equal(["id", "object", "created_at", "status", "expires_after", "last_active_at", "memory_limit",
            "name", "network_policy"],
            created.Body.Select(member => member.Key));
    }

    [Theory]
    [InlineData("{}", "Missing required parameter: 'name'.", "name", "missing_required_parameter")]
    [InlineData("""{"name":"c","expires_after":{"anchor":"last_active_at","minutes":21}}""",
        "Invalid 'expires_after.minutes': integer above maximum value. Expected a value <= 20, but got 21 instead.",
        "expires_after.minutes", "integer_above_max_value")]
    [InlineData("""{"name":"c","memory_limit":"2g"}""",
        "Invalid value: '2g'. Supported values are: '1g', '4g', '16g', and '64g'.", "memory_limit", "invalid_value")]
    public async Task Create_WrongSetting_IsRefused(string json, string message, string param, string code) =>
        (await OpenAI.PostAsync("/containers", json)).IsRefused(400, message, param, code);

    [Fact]
    public async Task Files_AddedByIdAndByForm_AreListedAndReadable()
    {
        string file = await OpenAI.UploadAsync("a.txt", "one");
        string id = (await OpenAI.PostAsync("/containers", $$"""{"name":"c","file_ids":["{{file}}"]}""")).Ok().Id;
        using MultipartFormDataContent form = new() { { new StringContent("two"), "file", "b.txt" } };
        Answer added = (await OpenAI.SendAsync(HttpMethod.Post, $"/containers/{id}/files", form)).Ok();

        Assert.Equal(["id", "object", "created_at", "bytes", "container_id", "path", "source"],
            added.Body.Select(member => member.Key));
        Assert.Matches("^/mnt/data/[0-9a-f]{32}-b.txt$", added["path"]!.GetValue<string>());
        Answer list = (await OpenAI.GetAsync($"/containers/{id}/files?order=asc")).Ok();
        Assert.Equal($"/mnt/data/{file}-a.txt", list.Data[0]!["path"]!.GetValue<string>());
        Assert.Equal("two"u8.ToArray(), await OpenAI.DownloadAsync($"/containers/{id}/files/{added.Id}/content"));
        Assert.Equal("container.file.deleted",
            (await OpenAI.DeleteAsync($"/containers/{id}/files/{added.Id}")).Ok()["object"]!.GetValue<string>());
        (await OpenAI.GetAsync($"/containers/{id}/files/{added.Id}")).IsRefused(404,
            $"Container file with id '{added.Id}' not found.");
    }

    [Fact]
    public async Task Files_Empty_ListHasNullEnds()
    {
        string id = (await OpenAI.PostAsync("/containers", """{"name":"c"}""")).Ok().Id;
        Answer list = (await OpenAI.GetAsync($"/containers/{id}/files")).Ok();
        Assert.Null(list["first_id"]);
        Assert.Null(list["last_id"]);
    }

    [Fact]
    public async Task Idle_BeyondLifetime_IsDeadForGoodButListed()
    {
        string id = (await OpenAI.PostAsync("/containers", """{"name":"c"}""")).Ok().Id;
        _clock.Advance(TimeSpan.FromMinutes(19));
        (await OpenAI.GetAsync($"/containers/{id}/files")).Ok();
        _clock.Advance(TimeSpan.FromMinutes(19));
        Assert.Equal("running", (await OpenAI.GetAsync("/containers/" + id)).Ok()["status"]!.GetValue<string>());
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("expired", (await OpenAI.GetAsync("/containers")).Ok().Data[0]!["status"]!.GetValue<string>());
        (await OpenAI.GetAsync($"/containers/{id}/files")).IsRefused(400, "Container is expired.");
        (await OpenAI.PostAsync("/responses",
            $$"""{"model":"m","input":"x","tools":[{"type":"code_interpreter","container":"{{id}}"}]}"""))
            .IsRefused(400, "Container is expired.", "tools[0].container");
    }

    [Fact]
    public async Task Delete_Known_Is404Afterwards()
    {
        string id = (await OpenAI.PostAsync("/containers", """{"name":"c"}""")).Ok().Id;
        Assert.Equal("container.deleted",
            (await OpenAI.DeleteAsync("/containers/" + id)).Ok()["object"]!.GetValue<string>());
        (await OpenAI.GetAsync("/containers/" + id)).IsRefused(404, $"Container with id '{id}' not found.");
    }

    protected override void Configure(EmulatorOptions options) => options.TimeProvider = _clock;
}
