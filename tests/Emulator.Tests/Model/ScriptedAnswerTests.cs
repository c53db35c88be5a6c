using AgentsMigration.Emulator.Model;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Model;

public sealed class ScriptedAnswerTests : EmulatorTest
{
    private const string Script = """
        {
          "rules": [
            { "when": { "message": "refuse" }, "output": [ { "refusal": "I will not." } ] },
            { "when": { "message": "fail" }, "output": [ { "text": "Wait." }, { "fail": { "code": "rate_limit_exceeded", "message": "Too fast: {{message}}" } } ] },
            { "when": { "message": "filter" }, "output": [ { "incomplete": "content_filter" } ] },
            { "when": { "message": "think" }, "output": [ { "reasoning": "About it." }, { "text": "Done." } ] },
            { "when": { "message": "both (?<a>\\w+) (?<n>\\d+)", "function": "^(?:one|two)$" },
              "output": [ { "call": "one", "arguments": { "name": "{{a}}", "count": "{{n}}" } }, { "call": "two", "arguments": {} }, { "text": "{{results}}" } ] },
            { "when": { "message": "misfit", "function": "one" }, "output": [ { "call": "one", "arguments": { "name": 7 } } ] },
            { "when": { "message": "absent" }, "output": [ { "call": "three", "arguments": {} } ] },
          ]
        }
        """;

    private const string Tools = """
        [{"type":"function","name":"one","strict":false,"parameters":{"type":"object","properties":{"name":{"type":"string"},"count":{"type":"integer"}},
          "required":["name"],"additionalProperties":false}},
         {"type":"function","name":"two","strict":false}]
        """;

    [Fact]
    public async Task Refusal_Rule_GivesRefusalPart()
    {
        Answer answer = await AskAsync("Please refuse");
        Assert.Equal("""[{"type":"refusal","refusal":"I will not."}]""", answer.Output[0]!["content"]!.ToJsonString());
    }

    [Fact]
    public async Task Fail_Rule_FailsTheResponse()
    {
        string conversation = await OpenAI.ConversationAsync("fail now");
        Answer answer = (await OpenAI.PostAsync("/responses",
            $$"""{"model":"m","conversation":"{{conversation}}"}""")).Ok();
        Assert.Equal("failed", answer["status"]!.GetValue<string>());
        Assert.Equal("""{"code":"rate_limit_exceeded","message":"Too fast: fail now"}""",
            answer["error"]!.ToJsonString());
        Assert.Single((await OpenAI.GetAsync($"/conversations/{conversation}/items")).Ok().Data);
    }

    [Fact]
    public async Task Fail_RateLimitInStream_HasAnErrorEventFirst()
    {
        IReadOnlyList<StreamEvent> events = await OpenAI.StreamAsync("/responses",
            """{"model":"m","input":"fail","stream":true}""");
        Assert.Equal(["error", "response.failed"], events.TakeLast(2).Select(entry => entry.Name));
        Assert.Equal("rate_limit_exceeded", events[^2].Data["error"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Incomplete_Rule_NamesTheReason()
    {
        Answer answer = await AskAsync("filter");
        Assert.Equal("content_filter", answer["incomplete_details"]!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Reasoning_Rule_CountsReasoningTokensAndHidesTheSummary()
    {
        Answer answer = await AskAsync("think");
        Assert.Equal("reasoning", answer.Output[0]!["type"]!.GetValue<string>());
        Assert.Empty(answer.Output[0]!["summary"]!.AsArray());
        Assert.False(answer.Output[0]!.AsObject().ContainsKey("encrypted_content"));
        Assert.Equal(3, answer["usage"]!["output_tokens_details"]!["reasoning_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task TwoCallsInARow_AreMadeInOneResponse()
    {
        Answer answer = await AskAsync("both things 5");
        Assert.Equal(["""{"name":"things","count":5}""", "{}"],
            answer.Output.Select(item => item!["arguments"]!.GetValue<string>()));
        string outputs = string.Join(',', answer.Output.Select(item =>
            $$"""{"type":"function_call_output","call_id":"{{item!["call_id"]}}","output":"{{item["name"]}}!"}"""));
        Answer next = (await OpenAI.PostAsync("/responses",
            $$"""{"model":"m","previous_response_id":"{{answer.Id}}","tools":{{Tools}},"input":[{{outputs}}]}""")).Ok();
        Assert.Equal("one!\ntwo!", next.OutputText);
    }

    [Theory]
    [InlineData("misfit", "The script's arguments for 'one' do not fit its schema: arguments.name is not of type \"string\".")]
    [InlineData("absent", "The script calls the function 'three', which is not on offer.")]
    public async Task Call_ThatCannotBe_FailsTheResponse(string message, string error)
    {
        Answer answer = await AskAsync(message);
        Assert.Equal(error, answer["error"]!["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("it's", @"'it\'s'")]
    [InlineData("a\\b\n", @"'a\\b\n'")]
    [InlineData("\u0001é😀", "'\\u0001é😀'")]
    public void PythonLiteral_AnyText_CannotEndTheLiteral(string text, string literal) =>
        Assert.Equal(literal, PythonLiteral.Of(text));

    protected override void Configure(EmulatorOptions options) => options.Script = ModelScript.Parse(Script);

    private async Task<Answer> AskAsync(string message) =>
        (await OpenAI.PostAsync("/responses", $$"""{"model":"m","input":"{{message}}","tools":{{Tools}}}""")).Ok();
}
