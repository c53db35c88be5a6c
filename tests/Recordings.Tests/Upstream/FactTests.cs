using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentsMigration.Recordings.Tests.Upstream;

/// <summary>The facts are worth something: what the adapter made, changed, breaks one.</summary>
public sealed class FactTests
{
    private const string Chart = "pydantic__pydantic-ai__test_openai_responses_code_execution_return_image.json";
    private const string Search = "openai-dotnet__ResponsesToolTests__FileSearchAsync.json";
    private const string Calls = "pydantic__pydantic-ai__test_openai_responses_model_retry.json";
    private const string TwoMessages = "openai-dotnet__ResponsesToolTests__CodeInterpreterToolStreamingAsync.json";
    private const string Incomplete = "DataDog__dd-trace-py__response_stream_incomplete.json";
    private const string Failed = "vercel__ai__openai-error.1.stream.json";

    [Theory]
    [InlineData(Chart, "run.status", "\"queued\"", "The run is queued, not completed.")]
    [InlineData(Chart, "run.usage.prompt_tokens", "1", "prompt_tokens: 1 in the run")]
    [InlineData(Chart, "steps.0.usage.total_tokens", "7", "total_tokens:")]
    [InlineData(Chart, "steps.0", null, "The steps are [message_creation], not [code_interpreter, message_creation].")]
    [InlineData(Chart, "steps.0.step_details.tool_calls.0.code_interpreter.input", "\"pass\"", "A step has other code.")]
    [InlineData(Chart, "steps.0.step_details.tool_calls.0.code_interpreter.outputs", "[{\"type\":\"logs\",\"logs\":\"x\"}]", "A step has the outputs [x]")]
    [InlineData(Chart, "messages.1", null, "The thread has 0 answers, the response 1, or others.")]
    [InlineData(Chart, "messages.1.id", "\"msg_other\"", "The thread has 1 answers, the response 1, or others.")]
    [InlineData(Chart, "messages.1.content.0", null, "A message has the parts [text], not [image_file, text].")]
    [InlineData(Chart, "messages.1.content.1.text.annotations.0.start_index", "93", "is not what stands at 93..134")]
    [InlineData(Chart, "messages.1.content.1.text.annotations.0.text", "\"sandbox:/mnt/data/x\"", "Links [sandbox:/mnt/data/x], not")]
    [InlineData(Chart, "messages.1.content.1.text.annotations.0", null, "0 annotations, not 1.")]
    [InlineData(Search, "messages.1.content.0.text.value", "\"\"", "is not what stands at")]
    [InlineData(Search, "messages.1.content.0.text.annotations.0.end_index", "40", "is not what stands at 31..40")]
    [InlineData(Search, "messages.1.content.0.text.annotations.0.file_citation.file_id", "\"file-other\"", "Other files are cited")]
    [InlineData(Calls, "run.status", "\"completed\"", "The run is completed, not requires_action.")]
    [InlineData(Calls, "run.required_action.submit_tool_outputs.tool_calls.1", null, "The run waits for [call_")]
    [InlineData(Calls, "run.required_action.submit_tool_outputs.tool_calls.0.id", "\"fc_1\"", "The run waits for [fc_1, ")]
    [InlineData(TwoMessages, "messages.2", null, "The thread has 1 answers, the response 2, or others.")]
    [InlineData(Incomplete, "run.incomplete_details.reason", "\"other\"", "The run does not say why it is incomplete.")]
    [InlineData(Failed, "run.last_error.message", "\"\"", "The run does not say why it failed.")]
    public async Task Broken_AnswerWithOneChange_NamesIt(string file, string place, string? value, string expected)
    {
        // Skips where the recordings are absent.
        TestSupport.SharedFolder.Require("recordings");
        ResponseRun made = await ResponseRun.FeedAsync(UpstreamBody.Of("response").First(body => body.File == file));
        Assert.Empty(ResponseFacts.Broken(made));

        IEnumerable<string> broken = ResponseFacts.Broken(Change(made, place.Split('.'), value));

        Assert.Contains(broken, fact => fact.Contains(expected, StringComparison.Ordinal));
    }

    private static ResponseRun Change(ResponseRun made, string[] place, string? value)
    {
        JsonObject all = new()
        {
            ["run"] = Parse(made.Run),
            ["steps"] = new JsonArray([.. made.Steps.Select(Parse)]),
            ["messages"] = new JsonArray([.. made.Messages.Select(Parse)]),
        };
        JsonNode owner = place[..^1].Aggregate((JsonNode)all, (node, step) => int.TryParse(step, out int index) ? node[index]! : node[step]!);
        if (owner is JsonArray array)
            array.RemoveAt(int.Parse(place[^1]));
        else
            owner[place[^1]] = JsonNode.Parse(value!);
        JsonElement changed = JsonElement.Parse(all.ToJsonString());
        return made with
        {
            Run = changed.GetProperty("run"),
            Steps = [.. changed.GetProperty("steps").EnumerateArray()],
            Messages = [.. changed.GetProperty("messages").EnumerateArray()],
        };
    }

    private static JsonNode Parse(JsonElement element) => JsonNode.Parse(element.GetRawText())!;
}
