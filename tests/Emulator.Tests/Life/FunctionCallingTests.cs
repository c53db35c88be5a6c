using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Life;

public sealed class FunctionCallingTests : EmulatorTest
{
    private const string Tools = """
        [{"type":"function","name":"get_weather","strict":false,
          "parameters":{"type":"object","properties":{"location":{"type":"string"},"unit":{"type":"string","enum":["C","F"]}},
                        "required":["location"],"additionalProperties":false}}]
        """;

    [Fact]
    public async Task Create_FunctionFits_CallsItAndGoesOnWithItsOutput()
    {
        string conversation = await OpenAI.ConversationAsync("What is the weather in San Francisco today?");
        Answer first = (await CreateAsync(conversation, "[]")).Ok();
        Assert.Equal("""{"location":"San Francisco"}""", first.Output[0]!["arguments"]!.GetValue<string>());
        Assert.Equal(["id", "type", "status", "arguments", "call_id", "name"],
            first.Output[0]!.AsObject().Select(member => member.Key));
        string call = first.Output[0]!["call_id"]!.GetValue<string>();
        Assert.Matches("^call_[0-9A-Za-z]{24}$", call);

        Answer second = (await CreateAsync(conversation,
            $$"""[{"type":"function_call_output","call_id":"{{call}}","output":"70 F and sunny"}]""")).Ok();

        Assert.Equal("The function get_weather answered: 70 F and sunny", second.OutputText);
        Answer items = (await OpenAI.GetAsync($"/conversations/{conversation}/items?order=asc")).Ok();
        Assert.Equal(["message", "function_call", "function_call_output", "message"],
            items.Data.Select(item => item!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Create_CallUnanswered_IsRefused()
    {
        string conversation = await OpenAI.ConversationAsync("What is the weather in Oslo?");
        string call = (await CreateAsync(conversation, "[]")).Ok().Output[0]!["call_id"]!.GetValue<string>();
        (await CreateAsync(conversation, """[{"type":"message","role":"user","content":"Well?"}]"""))
            .IsRefused(400, $"No tool output found for function call {call}.", "input");
    }

    [Fact]
    public async Task Create_CallDeletedFromConversation_IsNoLongerMissed()
    {
        string conversation = await OpenAI.ConversationAsync("What is the weather in Oslo?");
        string item = (await CreateAsync(conversation, "[]")).Ok().Output[0]!["id"]!.GetValue<string>();
        (await OpenAI.DeleteAsync($"/conversations/{conversation}/items/{item}")).Ok();
        (await CreateAsync(conversation, """[{"type":"message","role":"user","content":"Hello"}]""")).Ok();
    }

    [Fact]
    public async Task Create_PreviousResponse_KnowsTheCall()
    {
        Answer first = (await OpenAI.PostAsync("/responses",
            $$"""{"model":"m","input":"Temperature in Rome?","tools":{{Tools}}}""")).Ok();
        Answer second = (await OpenAI.PostAsync("/responses", $$"""
            {"model":"m","previous_response_id":"{{first.Id}}","tools":{{Tools}},
             "input":[{"type":"function_call_output","call_id":"{{first.Output[0]!["call_id"]}}","output":"30 C"}]}
            """)).Ok();
        Assert.Contains("30 C", second.OutputText, StringComparison.Ordinal);
        Assert.Equal(first.Id, second["previous_response_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_ToolChoiceNamesFunction_CallsItWhateverTheMessage()
    {
        Answer answer = (await OpenAI.PostAsync("/responses", $$"""
            {"tool_choice":{"type":"function","name":"get_weather"},"model":"m","input":"Nothing special","tools":{{Tools}} }
            """)).Ok();
        Assert.Equal("function_call", answer.Output[0]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Create_ToolChoiceNone_CallsNothing()
    {
        Answer answer = (await OpenAI.PostAsync("/responses",
            $$"""{"model":"m","input":"Weather in Oslo?","tools":{{Tools}},"tool_choice":"none"}""")).Ok();
        Assert.Equal("message", answer.Output[0]!["type"]!.GetValue<string>());
    }

    private Task<Answer> CreateAsync(string conversation, string input) => OpenAI.PostAsync("/responses",
        $$"""{"model":"gpt-4o","conversation":"{{conversation}}","input":{{input}},"tools":{{Tools}}}""");
}
