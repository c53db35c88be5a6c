using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

/// <summary>Each option of a run as it reaches the v2 wire, or what is made of it instead.</summary>
public sealed class RunOptionTests
{
    [Theory]
    [InlineData(""" "model":"gpt-4o-mini" """, "model", "\"gpt-4o-mini\"")]
    [InlineData(""" "instructions":"Be brief." """, "instructions", "\"Be brief.\"")]
    [InlineData(""" "additional_instructions":"Call me Jane." """, "instructions", "\"Help.\\nCall me Jane.\"")]
    [InlineData(""" "temperature":0.2 """, "temperature", "0.2")]
    [InlineData(""" "top_p":0.5 """, "top_p", "0.5")]
    [InlineData(""" "max_completion_tokens":300 """, "max_output_tokens", "300")]
    [InlineData(""" "parallel_tool_calls":false """, "parallel_tool_calls", "false")]
    [InlineData(""" "model":"gpt-5-mini","reasoning_effort":"low" """, "reasoning.effort", "\"low\"")]
    [InlineData(""" "response_format":{"type":"json_object"} """, "text.format.type", "\"json_object\"")]
    [InlineData(
        """ "response_format":{"type":"json_schema","json_schema":{"name":"n","strict":true,"schema":{"type":"object","properties":{},"required":[],"additionalProperties":false}}} """,
        "text.format.name",
        "\"n\"")]
    [InlineData(""" "tool_choice":"none" """, "tool_choice", "\"none\"")]
    [InlineData(""" "tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":"required" """, "tool_choice", "\"required\"")]
    [InlineData(
        """ "tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":{"type":"function","function":{"name":"f"}} """,
        "tool_choice.name",
        "\"f\"")]
    [InlineData(""" "tools":[{"type":"code_interpreter"}],"tool_choice":{"type":"code_interpreter"} """, "tool_choice.type", "\"code_interpreter\"")]
    [InlineData(""" "tools":[{"type":"function","function":{"name":"f"}}] """, "tools.0.strict", "false")]
    [InlineData(""" "truncation_strategy":{"type":"auto"} """, "truncation", "\"auto\"")]
    public async Task Create_Option_ReachesTheRequest(string option, string path, string expected)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        await adapter.RunAsync("hello json", "\"instructions\":\"Help.\"", option.Trim());

        Assert.Equal(expected, Read(LastRequest(adapter), path).GetRawText());
    }

    [Theory]
    [InlineData("Answer in Json, please.", 200)]
    [InlineData("Answer.", 400)]
    public async Task Create_JsonObject_TakesTheWordFromTheInstructionsToo(string instructions, int status)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string assistant = await adapter.CreateAssistantAsync($"\"instructions\":\"{instructions}\"");
        string thread = await adapter.CreateThreadAsync("hello");

        LegacyAnswer answer = await adapter.SendAsync(
            "POST", $"threads/{thread}/runs", $$"""{"assistant_id":"{{assistant}}","response_format":{"type":"json_object"} }""");

        Assert.Equal(status, answer.Status);
        if (status == 200)
            await adapter.PollAsync(thread, answer.Json.GetProperty("id").GetString()!);
        Assert.Equal(status == 200 ? 2 : 1, (await adapter.ListAsync($"threads/{thread}/messages")).Length);
    }

    [Fact]
    public async Task Create_NothingGiven_SendsNothingThatAReasoningModelRefuses()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        await adapter.RunAsync("hello");

        string[] sent = [.. LastRequest(adapter).EnumerateObject().Select(property => property.Name)];
        Assert.Equal(["model", "tools", "metadata", "conversation", "truncation", "background", "store", "include"], sent);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("\"additional_instructions\":\"x\"", false)]
    [InlineData("\"temperature\":0.5", false)]
    [InlineData("\"max_completion_tokens\":300", true)]
    [InlineData("\"metadata\":{\"a\":\"b\"}", true)]
    public async Task Create_OnFoundry_NamesTheAgentUnlessSomethingIsOverridden(string option, bool byAgent)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry);

        JsonElement run = await adapter.RunAsync("hello", "\"instructions\":\"Help.\"", option);

        JsonElement request = LastRequest(adapter);
        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.Equal(byAgent, request.TryGetProperty("agent_reference", out _));
        Assert.Equal(!byAgent, request.TryGetProperty("model", out _));
    }

    [Fact]
    public async Task Create_OnFoundryWithBracesInInstructions_DoesNotLetThemBeRendered()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(TargetKind.Foundry);

        await adapter.RunAsync("hello", "\"instructions\":\"Write {{name}} literally.\"");

        Assert.Equal("Write {{name}} literally.", LastRequest(adapter).GetProperty("instructions").GetString());
    }

    [Fact]
    public async Task Create_AdditionalMessages_AreListedBeforeTheAnswer()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        JsonElement run = await adapter.RunAsync(
            "hello",
            runFields: """ "additional_messages":[{"role":"assistant","content":"Hm?","metadata":{"k":"v"}},{"role":"user","content":"bye"}] """);

        JsonElement[] messages = await adapter.ListAsync($"threads/{run.GetProperty("thread_id").GetString()}/messages?order=asc");
        Assert.Equal(["hello", "Hm?", "bye", "You said: bye"], messages.Select(TextOf));
        Assert.Equal("v", messages[1].GetProperty("metadata").GetProperty("k").GetString());
    }

    [Fact]
    public async Task Create_AutoTruncationWithNoMessages_IsAuto()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string thread = await adapter.CreateThreadAsync("one");

        string id = await adapter.StartRunAsync(
            thread, await adapter.CreateAssistantAsync(), """ "truncation_strategy":{"type":"auto","last_messages":0} """);
        JsonElement strategy = (await adapter.PollAsync(thread, id)).GetProperty("truncation_strategy");

        Assert.Equal("auto", strategy.GetProperty("type").GetString());
        Assert.Equal(JsonValueKind.Null, strategy.GetProperty("last_messages").ValueKind);
    }

    [Fact]
    public async Task Create_LastMessages_ShowsTheModelOnlyThose()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string thread = await adapter.CreateThreadAsync("one");
        await adapter.AddMessageAsync(thread, "two");
        await adapter.AddMessageAsync(thread, "three");

        string id = await adapter.StartRunAsync(
            thread, await adapter.CreateAssistantAsync(), """ "truncation_strategy":{"type":"last_messages","last_messages":2} """);
        JsonElement run = await adapter.PollAsync(thread, id);
        JsonElement[] messages = await adapter.ListAsync($"threads/{thread}/messages");
        JsonElement step = Assert.Single(await adapter.ListAsync($"threads/{thread}/runs/{id}/steps"));

        Assert.Equal(2, run.GetProperty("truncation_strategy").GetProperty("last_messages").GetInt32());
        Assert.Equal(["two", "three"], LastRequest(adapter).GetProperty("input").EnumerateArray()
            .Select(item => item.GetProperty("content")[0].GetProperty("text").GetString()));
        Assert.Equal(["You said: three", "three", "two", "one"], messages.Select(TextOf));
        Assert.Equal(id, messages[0].GetProperty("run_id").GetString());
        Assert.Equal(
            messages[0].GetProperty("id").GetString(),
            step.GetProperty("step_details").GetProperty("message_creation").GetProperty("message_id").GetString());
    }

    [Fact]
    public async Task Create_LastMessagesWithToolCalls_ContinuesApartFromTheConversation()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync(
            "one call", ToolOutputTests.Lookup, """ "truncation_strategy":{"type":"last_messages","last_messages":1} """);
        string call = waiting.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")[0].GetProperty("id").GetString()!;

        (await adapter.SubmitAsync(waiting, (call, "42"))).Ok();
        string thread = waiting.GetProperty("thread_id").GetString()!;
        JsonElement run = await adapter.PollAsync(thread, waiting.GetProperty("id").GetString()!);

        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.Equal(["Found 42.", "one call"], (await adapter.ListAsync($"threads/{thread}/messages")).Select(TextOf));
    }

    [Fact]
    public async Task Create_MaxPromptTokensExceeded_EndsIncompleteWithoutAsking()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        JsonElement run = await adapter.RunAsync(new string('x', 4000), runFields: "\"max_prompt_tokens\":256");

        Assert.Equal("incomplete", run.GetProperty("status").GetString());
        Assert.Equal("max_prompt_tokens", run.GetProperty("incomplete_details").GetProperty("reason").GetString());
        Assert.DoesNotContain(adapter.V2.Calls, call => call.Method == "POST" && call.Path.EndsWith("/responses"));
    }

    [Fact]
    public async Task Create_MaxCompletionTokens_CountsOverTheWholeRun()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync("one call", ToolOutputTests.Lookup, "\"max_completion_tokens\":100");
        string call = waiting.GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls")[0].GetProperty("id").GetString()!;
        int used = adapter.V2.Calls.Last(c => c.Method == "GET" && c.Path.Contains("/responses/"))
            .ResponseJson.GetProperty("usage").GetProperty("output_tokens").GetInt32();

        (await adapter.SubmitAsync(waiting, (call, "42"))).Ok();

        Assert.Equal(100 - used, LastRequest(adapter).GetProperty("max_output_tokens").GetInt32());
    }

    [Fact]
    public async Task Create_FileSearchWithoutAStore_LeavesTheToolOut()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();

        JsonElement run = await adapter.RunAsync("hello", """ "tools":[{"type":"file_search"}] """);

        Assert.Equal("file_search", run.GetProperty("tools")[0].GetProperty("type").GetString());
        Assert.Empty(LastRequest(adapter).GetProperty("tools").EnumerateArray());
    }

    [Fact]
    public async Task Files_OfAssistantThreadAndAttachments_AllReachTheTools()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string[] files = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(i => UploadAsync(adapter, $"f{i}.txt", $"The secret {i} is blue.")))];
        string assistant = await adapter.CreateAssistantAsync(
            $$$""" "tools":[{"type":"code_interpreter"},{"type":"file_search"}],"tool_resources":{"code_interpreter":{"file_ids":["{{{files[0]}}}"]}} """);
        JsonElement thread = (await adapter.SendAsync(
            "POST", "threads", $$$"""{"tool_resources":{"code_interpreter":{"file_ids":["{{{files[1]}}}"]} } }""")).Ok();
        string threadId = thread.GetProperty("id").GetString()!;
        JsonElement message = (await adapter.SendAsync(
            "POST",
            $"threads/{threadId}/messages",
            $$"""
            {"role":"user","content":"search the secret","attachments":[
              {"file_id":"{{files[2]}}","tools":[{"type":"code_interpreter"}]},{"file_id":"{{files[3]}}","tools":[{"type":"file_search"}]}]}
            """)).Ok();
        JsonElement run = await adapter.PollAsync(threadId, await adapter.StartRunAsync(threadId, assistant));

        JsonElement request = LastRequest(adapter);
        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.Equal(files[..3], request.GetProperty("tools")[0].GetProperty("container").GetProperty("file_ids").EnumerateArray().Select(id => id.GetString()));
        string store = Assert.Single(request.GetProperty("tools")[1].GetProperty("vector_store_ids").EnumerateArray()).GetString()!;
        Assert.Equal(2, message.GetProperty("attachments").GetArrayLength());
        JsonElement resources = (await adapter.GetAsync($"threads/{threadId}")).GetProperty("tool_resources");
        Assert.Equal(store, resources.GetProperty("file_search").GetProperty("vector_store_ids")[0].GetString());
        JsonElement made = await adapter.GetAsync($"vector_stores/{store}");
        Assert.Equal(7, made.GetProperty("expires_after").GetProperty("days").GetInt32());
        Assert.Equal(1, made.GetProperty("file_counts").GetProperty("completed").GetInt32());
    }

    [Theory]
    [InlineData(TargetKind.OpenAI)]
    [InlineData(TargetKind.Foundry)]
    [InlineData(TargetKind.AzureOpenAI)]
    public async Task FileSearch_StoreMadeInline_IsCitedWithItsMarker(TargetKind target)
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
        string file = await UploadAsync(adapter, "facts.txt", "The secret colour is blue.");
        JsonElement run = await adapter.RunAsync(
            "search the secret colour",
            $$$""" "tools":[{"type":"file_search"}],"tool_resources":{"file_search":{"vector_stores":[{"file_ids":["{{{file}}}"]}]}} """);

        JsonElement text = (await adapter.ListAsync($"threads/{run.GetProperty("thread_id").GetString()}/messages"))[0]
            .GetProperty("content")[0].GetProperty("text");
        JsonElement citation = Assert.Single(text.GetProperty("annotations").EnumerateArray());
        string marker = citation.GetProperty("text").GetString()!;
        Assert.Equal("【4:0†facts.txt】", marker);
        Assert.Equal(marker, text.GetProperty("value").GetString()![citation.GetProperty("start_index").GetInt32()..citation.GetProperty("end_index").GetInt32()]);
        Assert.Equal(file, citation.GetProperty("file_citation").GetProperty("file_id").GetString());
    }

    private static async Task<string> UploadAsync(AdapterFixture adapter, string name, string content) =>
        (await adapter.UploadAsync(name, Encoding.UTF8.GetBytes(content))).Ok().GetProperty("id").GetString()!;

    private static JsonElement LastRequest(AdapterFixture adapter) =>
        adapter.V2.Calls.Last(call => call.Method == "POST" && call.Path.EndsWith("/responses")).RequestJson;

    private static JsonElement Read(JsonElement element, string path)
    {
        foreach (string name in path.Split('.'))
            element = int.TryParse(name, out int index) ? element[index] : element.GetProperty(name);
        return element;
    }

    private static string TextOf(JsonElement message) =>
        message.GetProperty("content")[0].GetProperty("text").GetProperty("value").GetString()!;
}
