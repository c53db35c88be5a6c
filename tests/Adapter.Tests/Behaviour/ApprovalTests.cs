using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.Emulator;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>MCP servers of Agents (classic): nothing is sent to one before the app has approved it.</summary>
public sealed class ApprovalTests
{
    private const string Server = """{"type":"mcp","server_label":"git","server_url":"https://mcp.test/"}""";

    private const string Script =
        """
        {"rules":[
          {"when":{"message":"search and call","function":"^lookup$"},
           "output":[{"mcp":"search","arguments":{"q":"x"},"result":"found it"},{"call":"lookup","arguments":{}},{"text":"Both: {{results}}."}]},
          {"when":{"message":"search","tools":["mcp"]},
           "output":[{"mcp":"search","arguments":{"q":"x"},"result":"found it"},{"text":"Done."}]}
        ]}
        """;

    [Theory]
    [InlineData(TargetKind.Foundry, true)]
    [InlineData(TargetKind.Foundry, false)]
    [InlineData(TargetKind.OpenAI, true)]
    public async Task Run_ServerNeedsApproval_WaitsForItAndGoesOn(TargetKind target, bool approve)
    {
        await using AdapterFixture adapter = await StartAsync(target);
        JsonElement waiting = await adapter.RunAsync("search", $"\"tools\":[{Server}]");

        Assert.Equal("requires_action", waiting.GetProperty("status").GetString());
        JsonElement action = waiting.GetProperty("required_action");
        Assert.Equal("submit_tool_approval", action.GetProperty("type").GetString());
        JsonElement call = action.GetProperty("submit_tool_approval").GetProperty("tool_calls")[0];
        Assert.Equal(("mcp", "search", """{"q":"x"}""", "git"), (Text(call, "type"), Text(call, "name"), Text(call, "arguments"), Text(call, "server_label")));
        Assert.StartsWith("call_", Text(call, "id"), StringComparison.Ordinal);

        (await adapter.SubmitAsync(waiting, (Text(call, "id")!, "x"))).Error(400, "tool_approvals");
        (await ApproveAsync(adapter, waiting, "call_other", approve)).Error(400, null);
        JsonElement queued = (await ApproveAsync(adapter, waiting, Text(call, "id")!, approve)).Ok();
        Assert.Equal(JsonValueKind.Null, queued.GetProperty("required_action").ValueKind);
        JsonElement ended = await adapter.PollAsync(Text(waiting, "thread_id")!, Text(waiting, "id")!);

        Assert.Equal("completed", Text(ended, "status"));
        JsonElement[] calls = [.. (await adapter.ListAsync($"{AdapterFixture.PathOf(ended)}/steps?order=asc"))
            .Where(step => Text(step, "type") == "tool_calls")
            .SelectMany(step => step.GetProperty("step_details").GetProperty("tool_calls").EnumerateArray())];
        Assert.Equal(approve ? ["found it"] : [], calls.Select(made => Text(made, "output")));
        Assert.Contains(adapter.V2.Calls, sent => sent.RequestBody?.Contains("\"mcp_approval_response\"", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Run_ServerTrusted_CallsAtOnceWithHeadersNobodySees()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);

        JsonElement ended = await adapter.RunAsync(
            "search",
            $"\"tools\":[{Server}]",
            """
            "tool_resources":{"mcp":[{"server_label":"git","require_approval":"never","headers":{"Authorization":"Bearer s3cret"} }]}
            """);

        Assert.Equal("completed", Text(ended, "status"));
        Assert.Contains(adapter.V2.Calls, call => call.RequestBody?.Contains("Bearer s3cret", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(adapter.Legacy.Calls, call => call.ResponseBody.Contains("s3cret", StringComparison.Ordinal));
        Assert.Contains("\"require_approval\":\"never\"", ended.GetProperty("tool_resources").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_WithHeaders_SendsThemWithTheNextResponse()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        JsonElement waiting = await adapter.RunAsync("search", $"\"tools\":[{Server}]");
        string id = Text(Asked(waiting), "id")!;

        (await adapter.SendAsync(
            "POST",
            $"{AdapterFixture.PathOf(waiting)}/submit_tool_outputs",
            $$$"""{"tool_approvals":[{"tool_call_id":"{{{id}}}","approve":true,"headers":{"X-Key":"k"} }]}""")).Ok();
        await adapter.PollAsync(Text(waiting, "thread_id")!, Text(waiting, "id")!);

        Assert.Contains("\"X-Key\":\"k\"", adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses", StringComparison.Ordinal)).RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FunctionBesideApproval_AsksForOneAfterTheOther()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        JsonElement waiting = await adapter.RunAsync(
            "search and call", $$"""
            "tools":[{{Server}},{"type":"function","function":{"name":"lookup"} }]
            """);

        JsonElement next = (await ApproveAsync(adapter, waiting, Text(Asked(waiting), "id")!, true)).Ok();

        Assert.Equal("requires_action", Text(next, "status"));
        JsonElement function = next.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")[0];
        (await adapter.SubmitAsync(next, (Text(function, "id")!, "seven"))).Ok();
        Assert.Equal("completed", Text(await adapter.PollAsync(Text(next, "thread_id")!, Text(next, "id")!), "status"));
    }

    [Fact]
    public async Task Cancel_WaitingForApproval_LeavesTheThreadUsable()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        JsonElement waiting = await adapter.RunAsync("search", $"\"tools\":[{Server}]");
        string thread = Text(waiting, "thread_id")!;

        (await adapter.SendAsync("POST", $"{AdapterFixture.PathOf(waiting)}/cancel")).Ok();
        Assert.Equal("cancelled", Text(await adapter.PollAsync(thread, Text(waiting, "id")!), "status"));
        await adapter.AddMessageAsync(thread, "hello");
        string again = await adapter.StartRunAsync(thread, Text(waiting, "assistant_id")!);

        Assert.Equal("completed", Text(await adapter.PollAsync(thread, again), "status"));
    }

    private static Task<AdapterFixture> StartAsync(TargetKind target)
    {
        EmulatorOptions options = TestScript.Options();
        options.Script = ModelScript.Parse(Script);
        return AdapterFixture.StartAsync(target, options, door: LegacyDoor.AgentsClassic);
    }

    private static Task<LegacyAnswer> ApproveAsync(AdapterFixture adapter, JsonElement run, string call, bool approve) => adapter.SendAsync(
        "POST",
        $"{AdapterFixture.PathOf(run)}/submit_tool_outputs",
        $$"""{"tool_approvals":[{"tool_call_id":"{{call}}","approve":{{(approve ? "true" : "false")}}}]}""");

    private static JsonElement Asked(JsonElement run) =>
        run.GetProperty("required_action").GetProperty("submit_tool_approval").GetProperty("tool_calls")[0];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
