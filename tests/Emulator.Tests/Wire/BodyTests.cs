using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Wire;

/// <summary>Key sets and id formats as the service sends them.</summary>
public sealed class BodyTests : EmulatorTest
{
    private static readonly string[] ResponseKeys =
    [
        "id", "object", "created_at", "status", "background", "billing", "completed_at", "error", "frequency_penalty",
        "incomplete_details", "instructions", "max_output_tokens", "max_tool_calls", "model", "moderation", "output",
        "parallel_tool_calls", "presence_penalty", "previous_response_id", "prompt_cache_key", "prompt_cache_retention",
        "reasoning", "safety_identifier", "service_tier", "store", "temperature", "text", "tool_choice", "tool_usage",
        "tools", "top_logprobs", "top_p", "truncation", "usage", "user", "metadata",
    ];

    [Fact]
    public async Task Response_Plain_HasRecordedKeysInOrder()
    {
        Answer answer = (await OpenAI.PostAsync("/responses", """{"model":"gpt-4o-mini","input":"Hello"}""")).Ok();

        Assert.Equal(ResponseKeys, answer.Body.Select(member => member.Key));
        Assert.Equal("gpt-4o-mini-2024-07-18", answer["model"]!.GetValue<string>());
        Assert.Equal("disabled", answer["truncation"]!.GetValue<string>());
        Assert.Equal(["id", "type", "status", "content", "role"],
            answer.Output[0]!.AsObject().Select(member => member.Key));
        Assert.Equal(["type", "annotations", "logprobs", "text"],
            answer.Output[0]!["content"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task Response_InConversation_NamesItAndSharesItsPartition()
    {
        string conversation = await OpenAI.ConversationAsync("Hello");
        Answer answer = (await OpenAI.PostAsync("/responses",
            $$"""{"model":"m","conversation":{"id":"{{conversation}}"} }""")).Ok();

        Assert.Equal(conversation, answer["conversation"]!["id"]!.GetValue<string>());
        Assert.Matches($"^resp_{conversation[^16..]}00[0-9a-f]{{32}}$", answer.Id);
        Assert.Matches($"^msg_{conversation[^16..]}00[0-9a-f]{{32}}$", answer.Output[0]!["id"]!.GetValue<string>());
        long time = Convert.ToInt64(answer.Id[("resp_".Length + 18)..][..8], 16);
        Assert.Equal(answer["created_at"]!.GetValue<long>(), time);
    }

    [Fact]
    public async Task Response_NoRuleFits_SaysSoAndEchoesTheMessage()
    {
        Answer answer = (await OpenAI.PostAsync("/responses",
            """{"model":"m","input":"Quite {{something}} else"}""")).Ok();
        Assert.Contains("scripted model", answer.OutputText, StringComparison.Ordinal);
        Assert.EndsWith("You wrote: Quite {{something}} else", answer.OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_JsonSchema_AnswersWithFittingJson()
    {
        Answer answer = (await OpenAI.PostAsync("/responses", """
            {"model":"m","input":"x","text":{"format":{"type":"json_schema","name":"a","schema":
             {"type":"object","properties":{"n":{"type":"integer"},"kind":{"enum":["a","b"]}},"required":["n","kind"]}}}}
            """)).Ok();
        Assert.Equal("""{"n":0,"kind":"a"}""", answer.OutputText);
    }

    [Fact]
    public async Task InputItems_SeveralInputs_NewestFirstPaged()
    {
        string id = (await OpenAI.PostAsync("/responses",
            """{"model":"m","input":[{"role":"user","content":"x"},{"role":"user","content":"y"}]}""")).Ok().Id;
        Answer page = (await OpenAI.GetAsync($"/responses/{id}/input_items?limit=1")).Ok();
        Assert.Equal("y", page.Data[0]!["content"]![0]!["text"]!.GetValue<string>());
        Assert.True(page["has_more"]!.GetValue<bool>());
    }

    [Fact]
    public async Task InputTokens_Text_IsCountedTheSameEveryTime()
    {
        Answer first = (await OpenAI.PostAsync("/responses/input_tokens",
            """{"model":"m","input":"Tell me a joke."}""")).Ok();
        Assert.Equal(["object", "input_tokens"], first.Body.Select(member => member.Key));
        Answer response = (await OpenAI.PostAsync("/responses", """{"model":"m","input":"Tell me a joke."}""")).Ok();
        Assert.Equal(first["input_tokens"]!.GetValue<int>(), response["usage"]!["input_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task FoundryLists_OfConversation_HaveItsResponses()
    {
        string conversation = (await Foundry.PostAsync("/conversations",
            """{"items":[{"type":"message","role":"user","content":"Hello"}]}""")).Ok().Id;
        string response = (await Foundry.PostAsync("/responses",
            $$"""{"model":"m","conversation":"{{conversation}}"}""")).Ok().Id;
        await Foundry.PostAsync("/responses", """{"model":"m","input":"Hello"}""");

        Assert.Equal(conversation, (await Foundry.GetAsync("/conversations")).Ok()["first_id"]!.GetValue<string>());
        Assert.Equal(response, Assert.Single((await Foundry.GetAsync("/responses?conversation_id=" + conversation)).Ok().Data)!["id"]!.GetValue<string>());
    }
}
