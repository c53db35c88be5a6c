using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>A picture is uploaded with purpose <c>vision</c>, which not every target has.</summary>
public sealed class PictureFileTests
{
    [Theory]
    [InlineData(TargetKind.OpenAI, "vision")]
    [InlineData(TargetKind.AzureOpenAI, "assistants")]
    public async Task Upload_Vision_IsThePurposeThatTheTargetHasAndIsEchoed(TargetKind target, string kept)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);

        JsonElement file = (await adapter.UploadAsync("p.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "vision")).Ok();

        string id = file.GetProperty("id").GetString()!;
        Assert.Equal(("vision", 6), (file.GetProperty("purpose").GetString(), file.GetProperty("bytes").GetInt32()));
        Assert.Equal(kept, (await adapter.GetAsync($"files/{id}")).GetProperty("purpose").GetString());
        string thread = await adapter.CreateThreadAsync();
        (await adapter.SendAsync(
            "POST",
            $"threads/{thread}/messages",
            $$"""{"role":"user","content":[{"type":"text","text":"Look."},{"type":"image_file","image_file":{"file_id":"{{id}}"} }]}""")).Ok();
        string run = await adapter.StartRunAsync(thread, await adapter.CreateAssistantAsync());
        Assert.Equal("completed", (await adapter.PollAsync(thread, run)).GetProperty("status").GetString());
    }
}
