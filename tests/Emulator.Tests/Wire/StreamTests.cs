using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Wire;

public sealed class StreamTests : EmulatorTest
{
    [Fact]
    public async Task Create_Text_EventsInRecordedOrder()
    {
        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses",
            """{"model":"m","input":"Hello","stream":true}""");

        Assert.Equal(
        [
            "response.created", "response.in_progress", "response.output_item.added", "response.content_part.added",
            "response.output_text.delta", "response.output_text.done", "response.content_part.done",
            "response.output_item.done", "response.completed",
        ], StreamEvent.Shape(events));
        Assert.Equal(Enumerable.Range(0, events.Count), events.Select(entry =>
            entry.Data["sequence_number"]!.GetValue<int>()));
        Assert.All(events, entry => Assert.Equal(entry.Name, entry.Data["type"]!.GetValue<string>()));
        string text = string.Concat(events.Where(entry =>
            entry.Name == "response.output_text.delta").Select(entry => entry.Data["delta"]!.GetValue<string>()));
        Assert.Equal(events[^1].Data["response"]!["output"]![0]!["content"]![0]!["text"]!.GetValue<string>(), text);
    }

    [Fact]
    public async Task Create_CodeInterpreter_EventsInRecordedOrder()
    {
        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses", """
            {"model":"m","input":"Solve 2x = 4","stream":true,"tools":[{"type":"code_interpreter","container":{"type":"auto"}}]}
            """);

        Assert.Equal(
        [
            "response.created", "response.in_progress", "response.output_item.added",
                "response.code_interpreter_call.in_progress",
            "response.code_interpreter_call_code.delta", "response.code_interpreter_call_code.done",
            "response.code_interpreter_call.interpreting", "response.code_interpreter_call.completed",
            "response.output_item.done", "response.output_item.added", "response.content_part.added",
            "response.output_text.delta", "response.output_text.done", "response.content_part.done",
            "response.output_item.done", "response.completed",
        ], StreamEvent.Shape(events));
        Assert.Null(events.First(entry => entry.Name == "response.output_item.done").Data["item"]!["outputs"]);
    }

    [Theory]
    [InlineData("""{"include_obfuscation":false}""", false)]
    [InlineData("{}", true)]
    public async Task Create_ObfuscationOption_IsKept(string options, bool expected)
    {
        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses",
            $$"""{"stream_options":{{options}},"model":"m","input":"Hello","stream":true}""");
        Assert.All(events.Where(entry => entry.Name == "response.output_text.delta"),
            entry => Assert.Equal(expected, entry.Data.ContainsKey("obfuscation")));
    }

    [Fact]
    public async Task Create_TooFewTokens_EndsIncomplete()
    {
        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses",
            """{"model":"m","input":"Hello","stream":true,"max_output_tokens":16}""");

        Assert.Equal("response.incomplete", events[^1].Name);
        Assert.Equal("max_output_tokens",
            events[^1].Data["response"]!["incomplete_details"]!["reason"]!.GetValue<string>());
        Assert.Equal("incomplete", events[^2].Data["item"]!["status"]!.GetValue<string>());
        Assert.Equal(16, events[^1].Data["response"]!["usage"]!["output_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task Create_FileSearch_CitesAtItsPlace()
    {
        string file = await OpenAI.UploadAsync("foods.txt", "Travis's favorite food is pizza.", "user_data");
        string store = (await OpenAI.PostAsync("/vector_stores", $$"""{"file_ids":["{{file}}"]}""")).Ok().Id;

        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses", $$"""
            {"model":"m","input":"What is the favorite food of Travis?","stream":true,
             "tools":[{"type":"file_search","vector_store_ids":["{{store}}"]}]}
            """);

        Assert.Equal(
        [
            "response.created", "response.in_progress", "response.output_item.added",
                "response.file_search_call.in_progress",
            "response.file_search_call.searching", "response.file_search_call.completed", "response.output_item.done",
            "response.output_item.added", "response.content_part.added", "response.output_text.delta",
            "response.output_text.annotation.added", "response.output_text.done", "response.content_part.done",
            "response.output_item.done", "response.completed",
        ], StreamEvent.Shape(events));
        var message = events[^1].Data["response"]!["output"]![1]!["content"]![0]!;
        Assert.Equal("The files say: Travis's favorite food is pizza.", message["text"]!.GetValue<string>());
        var citation = Assert.Single(message["annotations"]!.AsArray())!;
        Assert.Equal(["type", "file_id", "filename", "index"], citation.AsObject().Select(member => member.Key));
        Assert.Equal((file, 47), (citation["file_id"]!.GetValue<string>(), citation["index"]!.GetValue<int>()));
    }
}
