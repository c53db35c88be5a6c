using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>A tool that the model must call, in v2's words on the one side and in the app's on the other.</summary>
public sealed class ToolChoiceTests
{
    private const string Connections = """{"connections":[{"connection_id":"c"}]}""";
    private const string Git = """{"type":"mcp","server_label":"git","server_url":"https://git.test/"}""";
    private const string Docs = """{"type":"mcp","server_label":"docs","server_url":"https://docs.test/"}""";

    [Theory]
    [InlineData($$"""{"type":"sharepoint_grounding","sharepoint_grounding":{{Connections}}}""", "sharepoint_grounding", """{"type":"sharepoint_grounding_preview"}""")]
    [InlineData($$"""{"type":"fabric_aiskill","fabric_aiskill":{{Connections}}}""", "fabric_aiskill", """{"type":"fabric_dataagent_preview"}""")]
    [InlineData(Git, "mcp", """{"type":"mcp","server_label":"git"}""")]
    [InlineData(
        $"{Git},{Docs}", "mcp",
        """{"type":"allowed_tools","mode":"required","tools":[{"type":"mcp","server_label":"git"},{"type":"mcp","server_label":"docs"}]}""")]
    public async Task Run_HostedTool_IsForcedInV2sWordsAndEchoedInTheApps(string tools, string type, string sent)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry, door: LegacyDoor.AgentsClassic);

        JsonElement run = await adapter.RunAsync("hello", $"\"tools\":[{tools}]", $$"""
            "tool_choice":{"type":"{{type}}"}
            """);

        Assert.Equal(sent, Requested(adapter).GetProperty("tool_choice").GetRawText());
        Assert.Equal($$"""{"type":"{{type}}"}""", run.GetProperty("tool_choice").GetRawText());
    }

    [Theory]
    [InlineData("""{"type":"file_search"}""")]
    [InlineData("\"required\"")]
    public async Task Run_SearchWithoutAStore_IsNotForced(string choice)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        JsonElement run = await adapter.RunAsync("hello", """
            "tools":[{"type":"file_search"}]
            """, $"\"tool_choice\":{choice}");

        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.False(Requested(adapter).TryGetProperty("tool_choice", out _));
        Assert.Equal(choice, run.GetProperty("tool_choice").GetRawText());
    }

    [Fact]
    public async Task Run_ToolThatIsNotThere_IsRefused()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");

        (await adapter.SendAsync(
            "POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","tool_choice":{"type":"code_interpreter"} }"""))
            .Error(400, "tool_choice");
    }

    private static JsonElement Requested(AdapterFixture adapter) =>
        adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses", StringComparison.Ordinal)).RequestJson;
}
