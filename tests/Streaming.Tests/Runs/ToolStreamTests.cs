using System.Text.Json;
using System.Text.Json.Nodes;
using AgentsMigration.Streaming.Tests.Support;

namespace AgentsMigration.Streaming.Tests.Runs;

public sealed class ToolStreamTests
{
    private static readonly string[] FunctionShape =
    [
        "thread.run.created", "thread.run.queued", "thread.run.in_progress", "thread.run.step.created",
        "thread.run.step.in_progress", "thread.run.step.delta", "thread.run.requires_action", "done",
    ];

    private static readonly string[] AnswerShape =
    [
        "thread.run.step.completed", "thread.run.queued", "thread.run.in_progress", "thread.run.step.created",
        "thread.run.step.in_progress", "thread.message.created", "thread.message.in_progress", "thread.message.delta",
        "thread.message.completed", "thread.run.step.completed", "thread.run.completed", "done",
    ];

    [Theory]
    [InlineData("one call", 1, false)]
    [InlineData("one call", 1, true)]
    [InlineData("two calls", 2, false)]
    [InlineData("think and call", 1, false)]
    public async Task Submit_Streamed_BeginsWithTheAnsweredStep(string message, int calls, bool foundry)
    {
        await using StreamWorld world = await StreamWorld.StartAsync(foundry);
        string thread = await world.Client.CreateThreadAsync(message);
        IReadOnlyList<LegacyEvent> asked = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync(Scripts.Lookup));
        await Agreement.AssertAsync(world.Client, asked);
        IReadOnlyList<LegacyEvent> answered = await SubmitAsync(world, asked);

        Assert.Equal(FunctionShape, LegacyEvent.Shape(asked));
        Assert.Equal(AnswerShape, LegacyEvent.Shape(answered));
        Assert.Equal(calls, Calls(asked).Length);
        AssertCallsAddUp(asked);
        Assert.Equal(
            Enumerable.Range(0, calls).Select(i => $"output {i}"),
            answered[0].Json.GetProperty("step_details").GetProperty("tool_calls").EnumerateArray()
                .Select(call => call.GetProperty("function").GetProperty("output").GetString()));
        await Agreement.AssertAsync(world.Client, answered);
    }

    [Fact]
    public async Task Submit_CallsInTurn_StreamTwice()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("twice in turn");
        IReadOnlyList<LegacyEvent> first = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync(Scripts.Lookup));
        IReadOnlyList<LegacyEvent> second = await SubmitAsync(world, first);
        IReadOnlyList<LegacyEvent> third = await SubmitAsync(world, second);

        Assert.Equal("thread.run.requires_action", second[^2].Name);
        Assert.Equal("thread.run.completed", third[^2].Name);
        Assert.Equal(first[0].Text("id"), third[^2].Text("id"));
        await Agreement.AssertAsync(world.Client, third);
    }

    [Fact]
    public async Task Create_FunctionCall_FirstDeltaNamesItAndTheRestAreArguments()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("one call");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync(Scripts.Lookup));

        LegacyEvent[] deltas = [.. events.Where(e => e.Name == "thread.run.step.delta")];
        JsonElement header = Call(deltas[0]);
        Assert.Equal(["index", "id", "type", "function"], header.EnumerateObject().Select(p => p.Name));
        Assert.Equal("""{"name":"lookup","arguments":"","output":null}""", header.GetProperty("function").GetRawText());
        Assert.True(deltas.Length > 2);
        Assert.All(deltas[1..], delta => Assert.Equal(["index", "type", "function"], Call(delta).EnumerateObject().Select(p => p.Name)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Create_CodeInterpreter_StreamsCodeLogsAndTheLinkedFile(bool foundry)
    {
        await using StreamWorld world = await StreamWorld.StartAsync(foundry);
        string thread = await world.Client.CreateThreadAsync("print 7");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(
            thread, await world.Client.CreateAssistantAsync(Scripts.CodeInterpreter));

        Assert.Equal(
        [
            "thread.run.created", "thread.run.queued", "thread.run.in_progress", "thread.run.step.created",
            "thread.run.step.in_progress", "thread.run.step.delta", "thread.run.step.completed", "thread.run.step.created",
            "thread.run.step.in_progress", "thread.message.created", "thread.message.in_progress", "thread.message.delta",
            "thread.message.completed", "thread.run.step.completed", "thread.run.completed", "done",
        ], LegacyEvent.Shape(events));
        await Agreement.AssertAsync(world.Client, events);
        JsonElement text = events.Single(e => e.Name == "thread.message.completed").Json.GetProperty("content")[0].GetProperty("text");
        JsonElement link = text.GetProperty("annotations")[0];
        Assert.Equal(link.GetProperty("text").GetString(), Slice(text.GetProperty("value").GetString()!, link));
        Assert.Equal("7"u8.ToArray(), await world.Client.ReadAsync($"files/{link.GetProperty("file_path").GetProperty("file_id").GetString()}/content"));
    }

    [Theory]
    [InlineData("draw", 1)]
    [InlineData("draw twice", 2)]
    public async Task Create_DisplayedImages_StandBeforeTheTextBehindTheirCall(string message, int images)
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync(message);
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(
            thread, await world.Client.CreateAssistantAsync(Scripts.CodeInterpreter));

        await Agreement.AssertAsync(world.Client, events);
        LegacyEvent[] messages = [.. events.Where(e => e.Name == "thread.message.completed")];
        string[][] types = [.. messages.Select(m => m.Json.GetProperty("content").EnumerateArray().Select(part => part.GetProperty("type").GetString()!).ToArray())];
        Assert.Equal(images, types.Count(parts => parts is ["image_file", "text"]));
        Assert.Equal(types.Length, types.Count(parts => parts is ["image_file", "text"] or ["text"]));
        foreach (JsonElement image in messages.SelectMany(m => m.Json.GetProperty("content").EnumerateArray()).Where(part => part.TryGetProperty("image_file", out _)))
            Assert.Equal(0x89, (await world.Client.ReadAsync($"files/{image.GetProperty("image_file").GetProperty("file_id").GetString()}/content"))[0]);
    }

    [Fact]
    public async Task Create_FileSearch_PutsMarkersInAtTheirPlaceAndShiftsWhatFollows()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string assistant = await SearchingAssistantAsync(world);
        string thread = await world.Client.CreateThreadAsync("search the favorite food of Travis");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamRunAsync(thread, assistant);

        await Agreement.AssertAsync(world.Client, events);
        JsonElement text = events.Single(e => e.Name == "thread.message.completed").Json.GetProperty("content")[0].GetProperty("text");
        JsonElement[] annotations = [.. text.GetProperty("annotations").EnumerateArray()];
        Assert.Equal(["【4:0†foods.txt】", "【4:1†foods.txt】"], annotations.Select(a => a.GetProperty("text").GetString()));
        Assert.All(annotations, a => Assert.Equal(a.GetProperty("text").GetString(), Slice(text.GetProperty("value").GetString()!, a)));
        LegacyEvent cited = events.First(e => e.Data.Contains("file_citation"));
        Assert.Equal("", cited.Json.GetProperty("delta").GetProperty("content")[0].GetProperty("text").GetProperty("annotations")[0].GetProperty("file_citation").GetProperty("quote").GetString());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?include[]=step_details.tool_calls%5B*%5D.file_search.results%5B*%5D.content", true)]
    public async Task Create_FileSearch_ContentOnlyWithInclude(string query, bool shown)
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string assistant = await SearchingAssistantAsync(world);
        string thread = await world.Client.CreateThreadAsync("search the favorite food of Travis");
        IReadOnlyList<LegacyEvent> events = await world.Client.StreamAsync($"threads/{thread}/runs{query}", LegacyClient.RunBody(assistant));

        LegacyEvent searched = events.First(e => e.Name == "thread.run.step.completed");
        JsonElement result = searched.Json.GetProperty("step_details").GetProperty("tool_calls")[0].GetProperty("file_search").GetProperty("results")[0];
        Assert.Equal(shown, result.TryGetProperty("content", out _));
        JsonNode told = JsonNode.Parse(searched.Data)!;
        told["expires_at"] = null;
        JsonElement read = await world.Client.GetAsync($"threads/{thread}/runs/{events[0].Text("id")}/steps/{searched.Text("id")}{query}");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(read.GetRawText()), told));
    }

    [Fact]
    public async Task Submit_RepeatedAfterTheEnd_IsRefusedAndMakesNothing()
    {
        await using StreamWorld world = await StreamWorld.StartAsync();
        string thread = await world.Client.CreateThreadAsync("one call");
        IReadOnlyList<LegacyEvent> asked = await world.Client.StreamRunAsync(thread, await world.Client.CreateAssistantAsync(Scripts.Lookup));

        await SubmitAsync(world, asked);
        (int status, string body) = await world.Client.TrySendAsync("POST", SubmitPath(asked), SubmitBody(asked));

        Assert.Equal(400, status);
        Assert.Contains("Runs in status \\\"completed\\\" do not accept tool outputs.", body);
        Assert.Equal(2, world.V2.Calls.Count(call => call.Method == "POST" && call.Path.EndsWith("/responses", StringComparison.Ordinal)));
    }

    internal static async Task<IReadOnlyList<LegacyEvent>> SubmitAsync(StreamWorld world, IReadOnlyList<LegacyEvent> asked) =>
        await world.Client.StreamAsync(SubmitPath(asked), SubmitBody(asked));

    internal static string SubmitPath(IReadOnlyList<LegacyEvent> asked)
    {
        LegacyEvent run = asked.Single(e => e.Name == "thread.run.requires_action");
        return $"threads/{run.Text("thread_id")}/runs/{run.Text("id")}/submit_tool_outputs";
    }

    internal static string SubmitBody(IReadOnlyList<LegacyEvent> asked) => JsonSerializer.Serialize(new
    {
        stream = true,
        tool_outputs = Calls(asked).Select((call, i) => new { tool_call_id = call.GetProperty("id").GetString(), output = $"output {i}" }),
    });

    private static async Task<string> SearchingAssistantAsync(StreamWorld world)
    {
        using HttpClient http = new() { BaseAddress = new Uri(world.Endpoint + "/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "key");
        using MultipartFormDataContent form = new() { { new StringContent("assistants"), "purpose" }, { new StringContent("Travis's favorite food is 🍕 pizza."), "file", "foods.txt" } };
        using HttpResponseMessage uploaded = await http.PostAsync("files", form, TestContext.Current.CancellationToken);
        string file = JsonElement.Parse(await uploaded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
        JsonElement store = await world.Client.SendAsync("POST", "vector_stores", $$"""{"file_ids":["{{file}}"]}""");
        return await world.Client.CreateAssistantAsync(
            $$$"""
            "tools":[{"type":"file_search"}],"tool_resources":{"file_search":{"vector_store_ids":["{{{store.GetProperty("id").GetString()}}}"]}}
            """);
    }

    private static void AssertCallsAddUp(IReadOnlyList<LegacyEvent> asked)
    {
        JsonArray deltas = Reassembly.Calls(asked, asked.Single(e => e.Name == "thread.run.step.created").Text("id")).AsArray();
        foreach (JsonNode? call in deltas)
            call!["function"]!.AsObject().Remove("output");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(asked[^2].Data)!["required_action"]!["submit_tool_outputs"]!["tool_calls"], deltas), deltas.ToJsonString());
    }

    private static JsonElement[] Calls(IReadOnlyList<LegacyEvent> asked) =>
    [
        .. asked.Single(e => e.Name == "thread.run.requires_action").Json
            .GetProperty("required_action").GetProperty("submit_tool_outputs").GetProperty("tool_calls").EnumerateArray(),
    ];

    private static JsonElement Call(LegacyEvent delta) =>
        delta.Json.GetProperty("delta").GetProperty("step_details").GetProperty("tool_calls")[0];

    /// <summary>Offsets on the wire count code points.</summary>
    private static string Slice(string text, JsonElement annotation)
    {
        System.Text.Rune[] runes = [.. text.EnumerateRunes()];
        return string.Concat(runes[annotation.GetProperty("start_index").GetInt32()..annotation.GetProperty("end_index").GetInt32()].Select(r => r.ToString()));
    }
}
