using System.Text;
using System.Text.Json;
using AgentsMigration.Adapter.Tests.Conformance;

namespace AgentsMigration.Adapter.Tests.Behaviour;

public sealed class StepTests
{
    private const string SearchContent = "include[]=step_details.tool_calls[*].file_search.results[*].content";

    [Fact]
    public async Task Steps_CodeInterpreter_HaveInputAndLogsAndSumToTheRunsUsage()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement run = await adapter.RunAsync("print 42", """ "tools":[{"type":"code_interpreter"}] """);

        JsonElement[] steps = await adapter.ListAsync($"{AdapterFixture.PathOf(run)}/steps?order=asc");
        JsonElement code = steps[0].GetProperty("step_details").GetProperty("tool_calls")[0].GetProperty("code_interpreter");

        Assert.Equal(["tool_calls", "message_creation"], steps.Select(step => Text(step, "type")));
        Assert.Contains("print(", Text(code, "input"));
        Assert.Equal("42\n", Text(code.GetProperty("outputs")[0], "logs").TrimEnd('\n') + "\n");
        Assert.Equal(
            run.GetProperty("usage").GetProperty("total_tokens").GetInt64(),
            steps.Sum(step => step.GetProperty("usage").GetProperty("total_tokens").GetInt64()));
        Assert.All(steps, step => Assert.Equal(JsonValueKind.Null, step.GetProperty("expires_at").ValueKind));
        string message = (await adapter.ListAsync($"threads/{Text(run, "thread_id")}/messages"))[0].GetProperty("id").GetString()!;
        Assert.Equal(message, Text(steps[1].GetProperty("step_details").GetProperty("message_creation"), "message_id"));
    }

    [Fact]
    public async Task Steps_DisplayedImage_HasTheFileOfTheMessage()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync(emulator: new AgentsMigration.Emulator.EmulatorOptions());
        byte[] csv = Encoding.UTF8.GetBytes(
            "company,ticker,sector,industry,quarter,revenue,operating_expenses,operating_profit,depreciation,interest,tax,net_profit\n"
            + "Ax,A,TRANSPORTATION,T,2025-Q1,9,3,6,1,1,1,3\n");
        string file = Text((await adapter.UploadAsync("c.csv", csv)).Ok(), "id");
        JsonElement run = await adapter.RunAsync(
            "bar chart of operating profit in the TRANSPORTATION sector",
            $$$""" "tools":[{"type":"code_interpreter"}],"tool_resources":{"code_interpreter":{"file_ids":["{{{file}}}"]}} """);

        JsonElement[] steps = await adapter.ListAsync($"{AdapterFixture.PathOf(run)}/steps?order=asc");
        string[] images =
        [
            .. steps.Where(step => Text(step, "type") == "tool_calls")
                .SelectMany(step => step.GetProperty("step_details").GetProperty("tool_calls")[0].GetProperty("code_interpreter").GetProperty("outputs").EnumerateArray())
                .Where(output => Text(output, "type") == "image")
                .Select(output => Text(output.GetProperty("image"), "file_id")),
        ];
        JsonElement message = (await adapter.ListAsync($"threads/{Text(run, "thread_id")}/messages"))[0];

        Assert.Equal(Text(message.GetProperty("content")[0].GetProperty("image_file"), "file_id"), Assert.Single(images));
    }

    [Fact]
    public async Task Steps_FunctionCalls_AreOneStepThatEndsWithTheOutputs()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync("two calls", ToolOutputTests.Lookup);
        JsonElement open = Assert.Single(await adapter.ListAsync($"{AdapterFixture.PathOf(waiting)}/steps"));
        JsonElement[] calls = [.. open.GetProperty("step_details").GetProperty("tool_calls").EnumerateArray()];

        (await adapter.SubmitAsync(waiting, (Text(calls[0], "id"), "1"), (Text(calls[1], "id"), "2"))).Ok();
        await adapter.PollAsync(Text(waiting, "thread_id"), Text(waiting, "id"));
        JsonElement[] steps = await adapter.ListAsync($"{AdapterFixture.PathOf(waiting)}/steps?order=asc");
        JsonElement single = await adapter.GetAsync($"{AdapterFixture.PathOf(waiting)}/steps/{Text(open, "id")}");

        Assert.Equal("in_progress", Text(open, "status"));
        Assert.Equal(2, calls.Length);
        Assert.All(calls, call => Assert.Equal(JsonValueKind.Null, call.GetProperty("function").GetProperty("output").ValueKind));
        Assert.Equal(waiting.GetProperty("expires_at").GetInt64(), open.GetProperty("expires_at").GetInt64());
        Assert.Equal(["tool_calls", "message_creation"], steps.Select(step => Text(step, "type")));
        Assert.Equal(Text(open, "id"), Text(steps[0], "id"));
        Assert.Equal("completed", Text(single, "status"));
        Assert.Equal(["1", "2"], single.GetProperty("step_details").GetProperty("tool_calls").EnumerateArray().Select(call => Text(call.GetProperty("function"), "output")));
    }

    [Fact]
    public async Task Steps_OfACancelledRun_AreCancelled()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement waiting = await adapter.RunAsync("one call", ToolOutputTests.Lookup);
        (await adapter.SendAsync("POST", $"{AdapterFixture.PathOf(waiting)}/cancel")).Ok();
        await adapter.PollAsync(Text(waiting, "thread_id"), Text(waiting, "id"));

        JsonElement step = Assert.Single(await adapter.ListAsync($"{AdapterFixture.PathOf(waiting)}/steps"));

        Assert.Equal("cancelled", Text(step, "status"));
        Assert.Equal(JsonValueKind.Number, step.GetProperty("cancelled_at").ValueKind);
    }

    [Fact]
    public async Task Steps_FileSearch_ShowContentOnlyWhenAskedFor()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        string file = Text((await adapter.UploadAsync("facts.txt", "The secret is blue."u8.ToArray())).Ok(), "id");
        JsonElement run = await adapter.RunAsync(
            "search secret",
            $$$""" "tools":[{"type":"file_search"}],"tool_resources":{"file_search":{"vector_stores":[{"file_ids":["{{{file}}}"]}]}} """);
        string path = $"{AdapterFixture.PathOf(run)}/steps";

        JsonElement plain = Results(await adapter.ListAsync($"{path}?order=asc"));
        JsonElement full = Results(await adapter.ListAsync($"{path}?order=asc&{SearchContent}"));

        Assert.False(plain[0].TryGetProperty("content", out _));
        Assert.Equal("The secret is blue.", Text(full[0].GetProperty("content")[0], "text"));
        Assert.Equal((file, "facts.txt"), (Text(full[0], "file_id"), Text(full[0], "file_name")));
        (await adapter.SendAsync("GET", $"{path}?include[]=everything")).Error(400, "include");
    }

    [Fact]
    public async Task Steps_Paged_AreCompleteEitherWay()
    {
        await using AdapterFixture adapter = await AdapterFixture.StartAsync();
        JsonElement run = await adapter.RunAsync("print 1", """ "tools":[{"type":"code_interpreter"}] """);
        string path = $"{AdapterFixture.PathOf(run)}/steps";
        string[] newestFirst = [.. (await adapter.ListAsync(path)).Select(step => Text(step, "id"))];

        JsonElement first = await adapter.GetAsync($"{path}?limit=1");
        JsonElement rest = await adapter.GetAsync($"{path}?limit=1&after={newestFirst[0]}");

        Assert.True(first.GetProperty("has_more").GetBoolean());
        Assert.False(rest.GetProperty("has_more").GetBoolean());
        Assert.Equal(newestFirst[1], Text(rest, "first_id"));
        Assert.Equal([newestFirst[0]], (await adapter.ListAsync($"{path}?before={newestFirst[1]}")).Select(step => Text(step, "id")));
        Assert.Equal("No run step found with id 'step_123'.", (await adapter.SendAsync("GET", $"{path}/step_123")).Error(404, null));
    }

    private static JsonElement Results(JsonElement[] steps) =>
        steps[0].GetProperty("step_details").GetProperty("tool_calls")[0].GetProperty("file_search").GetProperty("results");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
