using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>The tools of Agents (classic), field by field and both ways; those without a counterpart by name.</summary>
public sealed class HostedToolTests
{
    public static TheoryData<string, string> Tools => new()
    {
        {
            """{"type":"bing_grounding","bing_grounding":{"search_configurations":[{"connection_id":"c","market":"en-US","set_lang":"en","count":5,"freshness":"Day"}]}}""",
            """{"type":"bing_grounding","bing_grounding":{"search_configurations":[{"project_connection_id":"c","market":"en-US","set_lang":"en","count":5,"freshness":"Day"}]}}"""
        },
        {
            """{"type":"bing_custom_search","bing_custom_search":{"search_configurations":[{"connection_id":"c","instance_name":"i"}]}}""",
            """{"type":"bing_custom_search_preview","bing_custom_search_preview":{"search_configurations":[{"project_connection_id":"c","instance_name":"i"}]}}"""
        },
        {
            """{"type":"openapi","openapi":{"name":"w","description":"d","spec":{"openapi":"3.1.0","connection_id":"kept"},"auth":{"type":"connection","security_scheme":{"connection_id":"c"}},"default_params":["p"]}}""",
            """{"type":"openapi","openapi":{"name":"w","description":"d","spec":{"openapi":"3.1.0","connection_id":"kept"},"auth":{"type":"project_connection","security_scheme":{"project_connection_id":"c"}},"default_params":["p"]}}"""
        },
        {
            """{"type":"openapi","openapi":{"name":"w","spec":{},"auth":{"type":"managed_identity","security_scheme":{"audience":"a"}}}}""",
            """{"type":"openapi","openapi":{"name":"w","spec":{},"auth":{"type":"managed_identity","security_scheme":{"audience":"a"}}}}"""
        },
        {
            """{"type":"azure_function","azure_function":{"function":{"name":"f","description":"d","parameters":{"type":"object"}},"input_binding":{"type":"storage_queue","storage_queue":{"queue_service_endpoint":"https://q.test","queue_name":"in"}},"output_binding":{"type":"storage_queue","storage_queue":{"queue_service_endpoint":"https://q.test","queue_name":"out"}}}}""",
            """{"type":"azure_function","azure_function":{"function":{"name":"f","description":"d","parameters":{"type":"object"}},"input_binding":{"type":"storage_queue","storage_queue":{"queue_service_endpoint":"https://q.test","queue_name":"in"}},"output_binding":{"type":"storage_queue","storage_queue":{"queue_service_endpoint":"https://q.test","queue_name":"out"}}}}"""
        },
        {
            """{"type":"sharepoint_grounding","sharepoint_grounding":{"connections":[{"connection_id":"c"}]}}""",
            """{"type":"sharepoint_grounding_preview","sharepoint_grounding_preview":{"project_connections":[{"project_connection_id":"c"}]}}"""
        },
        {
            """{"type":"fabric_dataagent","fabric_dataagent":{"connections":[{"connection_id":"c"}]}}""",
            """{"type":"fabric_dataagent_preview","fabric_dataagent_preview":{"project_connections":[{"project_connection_id":"c"}]}}"""
        },
        {
            """{"type":"browser_automation","browser_automation":{"connection":{"id":"c"}}}""",
            """{"type":"browser_automation_preview","browser_automation_preview":{"connection":{"project_connection_id":"c"}}}"""
        },
        {
            """{"type":"mcp","server_label":"git","server_url":"https://mcp.test/","allowed_tools":["search"]}""",
            """{"type":"mcp","server_label":"git","server_url":"https://mcp.test/","allowed_tools":["search"],"require_approval":"always"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Assistant_HostedTool_IsMappedBothWays(string legacy, string v2)
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        string assistant = await adapter.CreateAssistantAsync($"\"tools\":[{legacy}]");
        await using AdapterFixture withoutState = adapter.Restart(_ => { });

        JsonElement sent = adapter.V2.Calls.Single(call => call is { Method: "POST" } && call.Path.EndsWith("/agents", StringComparison.Ordinal)).RequestJson;
        AssertSame(v2, sent.GetProperty("definition").GetProperty("tools")[0]);
        AssertSame(legacy, (await adapter.GetAsync($"assistants/{assistant}")).GetProperty("tools")[0]);
        AssertSame(legacy, (await withoutState.GetAsync($"assistants/{assistant}")).GetProperty("tools")[0]);
        JsonElement run = await RunAsync(adapter, assistant);
        AssertSame(legacy, run.GetProperty("tools")[0]);
    }

    [Fact]
    public async Task Assistant_FirstFormOfBing_IsTakenAsTheLaterOne()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        await adapter.CreateAssistantAsync("""
            "tools":[{"type":"bing_grounding","bing_grounding":{"connections":[{"connection_id":"c"}]} }]
            """);

        AssertSame(
            """{"search_configurations":[{"project_connection_id":"c"}]}""",
            adapter.V2.Calls[^1].RequestJson.GetProperty("definition").GetProperty("tools")[0].GetProperty("bing_grounding"));
    }

    [Fact]
    public async Task Assistant_SearchIndexes_StandInTheTool()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        string assistant = await adapter.CreateAssistantAsync("""
            "tools":[{"type":"azure_ai_search"}],
            "tool_resources":{"azure_ai_search":{"indexes":[{"index_connection_id":"c","index_name":"n","query_type":"simple","top_k":3,"filter":"f"}]} }
            """);
        await using AdapterFixture withoutState = adapter.Restart(_ => { });

        AssertSame(
            """{"type":"azure_ai_search","azure_ai_search":{"indexes":[{"project_connection_id":"c","index_name":"n","query_type":"simple","top_k":3,"filter":"f"}]}}""",
            adapter.V2.Calls[^1].RequestJson.GetProperty("definition").GetProperty("tools")[0]);
        foreach (AdapterFixture any in new[] { adapter, withoutState })
        {
            JsonElement read = await any.GetAsync($"assistants/{assistant}");
            AssertSame("""{"type":"azure_ai_search"}""", read.GetProperty("tools")[0]);
            AssertSame(
                """{"indexes":[{"index_connection_id":"c","index_name":"n","query_type":"simple","top_k":3,"filter":"f"}]}""",
                read.GetProperty("tool_resources").GetProperty("azure_ai_search"));
        }
    }

    [Theory]
    [InlineData("""{"type":"connected_agent","connected_agent":{"id":"asst_1","name":"n","description":"d"}}""", "calls the other agent")]
    [InlineData("""{"type":"event_binding"}""", "event's handler")]
    [InlineData("""{"type":"output_binding"}""", "last message")]
    [InlineData("""{"type":"deep_research"}""", "bing_grounding")]
    [InlineData("""{"type":"telepathy"}""", "Supported values are: 'code_interpreter'")]
    public async Task Assistant_ToolWithoutCounterpart_IsRefusedWithWhatToDo(string tool, string advice)
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);

        LegacyAnswer answer = await adapter.SendAsync("POST", "assistants", $$"""{"model":"gpt-4o","tools":[{{tool}}]}""");

        Assert.Contains(advice, answer.Error(400, "tools[0].type"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"bing_grounding","bing_grounding":{"search_configurations":[{"market":"m"}]}}""", "tools[0].bing_grounding.search_configurations[0].connection_id")]
    [InlineData("""{"type":"bing_grounding","bing_grounding":{"search_configurations":[{"connection_id":"c","color":1}]}}""", "tools[0].bing_grounding.search_configurations[0].color")]
    [InlineData("""{"type":"openapi","openapi":{"name":"w","spec":{},"auth":{"type":"basic"}}}""", "tools[0].openapi.auth.type")]
    [InlineData("""{"type":"mcp","server_label":"l"}""", "tools[0].server_url")]
    public async Task Assistant_BadHostedTool_NamesTheField(string tool, string field)
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);

        (await adapter.SendAsync("POST", "assistants", $$"""{"model":"gpt-4o","tools":[{{tool}}]}""")).Error(400, field);
    }

    [Fact]
    public async Task Assistant_FoundrysToolOnOpenAI_IsRefusedBeforeAnythingIsMade()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.OpenAI);
        string assistant = await adapter.CreateAssistantAsync();
        string thread = await adapter.CreateThreadAsync("hello");
        const string bing = """{"type":"bing_grounding","bing_grounding":{"search_configurations":[{"connection_id":"c"}]}}""";

        string refused = (await adapter.SendAsync("POST", "assistants", $$"""{"model":"gpt-4o","tools":[{{bing}}]}""")).Error(400, "tools");
        Assert.Contains("needs a Microsoft Foundry project", refused, StringComparison.Ordinal);
        (await adapter.SendAsync("POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","tools":[{{bing}}]}""")).Error(400, "tools");
    }

    [Fact]
    public async Task Assistant_HostedToolInOtherDialects_IsUnknown()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry);

        (await adapter.SendAsync("POST", "assistants", """{"model":"gpt-4o","tools":[{"type":"azure_ai_search"}]}""")).Error(400, "tools[0].type");
    }

    private static Task<AdapterFixture> StartAsync(TargetKind target) => AdapterFixture.StartAsync(target, door: LegacyDoor.AgentsClassic);

    private static async Task<JsonElement> RunAsync(AdapterFixture adapter, string assistant)
    {
        string thread = await adapter.CreateThreadAsync("hello");
        JsonElement run = await adapter.PollAsync(thread, await adapter.StartRunAsync(thread, assistant, "\"instructions\":\"Inline.\""));
        Assert.Equal("completed", run.GetProperty("status").GetString());
        return run;
    }

    private static void AssertSame(string expected, JsonElement actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual.GetRawText())), $"{actual.GetRawText()}\nis not\n{expected}");
}
