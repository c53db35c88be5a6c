using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;
using AgentsMigration.Emulator;
using AgentsMigration.TestSupport;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>MCP servers of Agents (classic): nothing is sent to one before the app has approved it.</summary>
public sealed class ApprovalTests
{
    private const string Server = """{"type":"mcp","server_label":"git","server_url":"https://mcp.test/"}""";

    private static readonly SchemaDeviation Slip = new(
        "$.input[*]", "lacks 'request_id'", "A slip: the description demands it without describing it, and recorded requests have none.");

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
        AssertConforms(adapter);
    }

    [Fact]
    public async Task Stream_ServerIsCalled_TellsTheStepThatGetShows()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.Foundry);
        string assistant = await adapter.CreateAssistantAsync($"\"tools\":[{Server}]");
        string thread = await adapter.CreateThreadAsync("search");

        LegacyAnswer streamed = await adapter.SendAsync(
            "POST",
            $"threads/{thread}/runs",
            $$$"""{"assistant_id":"{{{assistant}}}","stream":true,"tool_resources":{"mcp":[{"server_label":"git","require_approval":"never"}]} }""");

        (string Name, string Data)[] events = Events(streamed);
        string run = Text(JsonElement.Parse(events[0].Data), "id")!;
        JsonElement[] steps = await adapter.ListAsync($"threads/{thread}/runs/{run}/steps?order=asc");
        Assert.Equal(steps.Select(step => step.GetRawText()), events.Where(e => e.Name == "thread.run.step.completed").Select(e => Ended(e.Data)));
        Assert.Contains(events, e => e.Name == "thread.run.step.delta" && e.Data.Contains("\"output\":\"found it\"", StringComparison.Ordinal));
        Assert.Equal("done", events[^1].Name);
    }

    [Fact]
    public async Task Stream_ServerNeedsApproval_EndsWithTheActionAndGoesOn()
    {
        await using AdapterFixture adapter = await StartAsync(TargetKind.OpenAI);
        string assistant = await adapter.CreateAssistantAsync($"\"tools\":[{Server}]");
        string thread = await adapter.CreateThreadAsync("search");

        (string Name, string Data)[] first = Events(await adapter.SendAsync(
            "POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","stream":true}"""));
        Assert.Equal(["thread.run.requires_action", "done"], first.TakeLast(2).Select(e => e.Name));
        JsonElement waiting = JsonElement.Parse(first[^2].Data);
        (string Name, string Data)[] second = Events(await adapter.SendAsync(
            "POST",
            $"{AdapterFixture.PathOf(waiting)}/submit_tool_outputs",
            $$"""{"stream":true,"tool_approvals":[{"tool_call_id":"{{Text(Asked(waiting), "id")}}","approve":true}]}"""));

        Assert.Equal("thread.run.queued", second[0].Name);
        Assert.Equal(["thread.run.completed", "done"], second.TakeLast(2).Select(e => e.Name));
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

    /// <summary>Both wires of v2 keep to their description.</summary>
    private static void AssertConforms(AdapterFixture adapter)
    {
        foreach (RecordedCall call in adapter.V2.Calls.Where(call => call.Path.Contains("/responses", StringComparison.Ordinal)))
        {
            string path = call.Path[call.Path.IndexOf("/responses", StringComparison.Ordinal)..];
            if (call.RequestBody is { Length: > 0 } body && !body.Contains("agent_reference", StringComparison.Ordinal))
                OpenApiSchema.OpenAI.AssertRequest(call.Method, path, call.RequestJson, [Slip]);
            if (call.Status == 200)
                OpenApiSchema.OpenAI.AssertResponse(call.Method, path, 200, call.ResponseJson, RecordedDeviations.OpenAI);
        }
    }

    private static (string Name, string Data)[] Events(LegacyAnswer streamed) =>
    [
        .. Encoding.UTF8.GetString(streamed.Body).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(frame => frame.Split('\n'))
            .Select(lines => (lines[0]["event: ".Length..], lines[1]["data: ".Length..])),
    ];

    /// <summary>While a run is active its steps have its expiry.</summary>
    private static string Ended(string data) => data.Replace(
        $"\"expires_at\":{JsonElement.Parse(data).GetProperty("expires_at").GetRawText()}", "\"expires_at\":null", StringComparison.Ordinal);

    private static JsonElement Asked(JsonElement run) =>
        run.GetProperty("required_action").GetProperty("submit_tool_approval").GetProperty("tool_calls")[0];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
