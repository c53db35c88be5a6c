using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Strictness;

public sealed class ResponseRefusalTests : EmulatorTest
{
    [Theory]
    [InlineData("""{"input":"x"}""", "Missing required parameter: 'model'.", "model", "missing_required_parameter")]
    [InlineData("""{"model":"m"}""",
        "One of \"input\" or \"previous_response_id\" or 'prompt' or 'conversation_id' must be provided.", "input",
        "missing_required_parameter")]
    [InlineData("""{"model":"m","input":"x","thread_id":"t"}""", "Unknown parameter: 'thread_id'.", "thread_id",
        "unknown_parameter")]
    [InlineData("""{"model":"m","input":"x","agent_reference":{}}""", "Unknown parameter: 'agent_reference'.",
        "agent_reference", "unknown_parameter")]
    [InlineData("""{"model":5,"input":"x"}""", "Invalid type for 'model': expected a string, but got an integer instead.",
        "model", "invalid_type")]
    [InlineData("""{"model":"m","input":7}""",
        "Invalid type for 'input': expected one of an array of objects or string, but got an integer instead.", "input",
        "invalid_type")]
    [InlineData("""{"model":"m","input":"x","temperature":-1}""",
        "Invalid 'temperature': decimal below minimum value. Expected a value >= 0, but got -1 instead.", "temperature",
        "decimal_below_min_value")]
    [InlineData("""{"model":"m","input":"x","max_output_tokens":15}""",
        "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 15 instead.",
        "max_output_tokens", "integer_below_min_value")]
    [InlineData("""{"model":"m","input":"x","background":true,"store":false}""",
        "Background mode requires 'store' to be true.", "background", "invalid_value")]
    [InlineData("""{"model":"m","input":"x","previous_response_id":"resp_1"}""",
        "Previous response with id 'resp_1' not found.", "previous_response_id", "previous_response_not_found")]
    [InlineData("""{"model":"m","input":"x","conversation":"conv_1","previous_response_id":"resp_1"}""",
        "Mutually exclusive parameters: Ensure you are only providing one of: 'previous_response_id' or 'conversation'.",
        null, "mutually_exclusive_parameters")]
    [InlineData("""{"model":"m","input":"x","include":["everything"]}""",
        "Invalid value: 'everything'. Supported values are: 'file_search_call.results', 'web_search_call.results', "
        + "'web_search_call.action.sources', 'message.input_image.image_url', 'computer_call_output.output.image_url', "
        + "'code_interpreter_call.outputs', 'reasoning.encrypted_content', and 'message.output_text.logprobs'.",
        "include", "invalid_value")]
    [InlineData("""{"model":"m","input":"x","truncation":"last_messages"}""",
        "Invalid value: 'last_messages'. Supported values are: 'auto' and 'disabled'.", "truncation", "invalid_value")]
    [InlineData("""{"model":"gpt-5","input":"x","temperature":1}""",
        "Unsupported parameter: 'temperature' is not supported with this model.", "temperature", null)]
    [InlineData("""{"model":"gpt-4o","input":"x","reasoning":{"effort":"low"}}""",
        "Unsupported parameter: 'reasoning.effort' is not supported with this model.", "reasoning.effort", null)]
    [InlineData("""{"model":"m","input":"x","text":{"format":{"type":"json_object"}}}""",
        "Response input messages must contain the word 'json' in some form to use 'text.format' of type 'json_object'.",
        "input", null)]
    [InlineData("""{"model":"m","input":"x","text":{"format":{"type":"json_schema","json_schema":{"name":"a"}}}}""",
        "Missing required parameter: 'text.format.name'.", "text.format.name", "missing_required_parameter")]
    [InlineData("""{"model":"m","input":"x","metadata":{"a":true}}""",
        "Invalid type for 'metadata.a': expected a string, but got a boolean instead.", "metadata.a", "invalid_type")]
    [InlineData("""{"model":"m","input":"x","stream_options":{"include_obfuscation":false}}""",
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options", "invalid_value")]
    public async Task Create_WrongParameter_IsRefused(string json, string message, string? param, string? code) =>
        (await OpenAI.PostAsync("/responses", json)).IsRefused(400, message, param, code);

    [Fact]
    public async Task Create_UnknownConversation_Is404() =>
        (await OpenAI.PostAsync("/responses", """{"model":"m","input":"x","conversation":{"id":"conv_1"}}"""))
            .IsRefused(404, "Conversation with id 'conv_1' not found.", "conversation");

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"model":"m","model":"m","input":"x"}""")]
    public async Task Create_BodyIsNoJsonObject_IsRefused(string body) => Assert.StartsWith(
        "We could not parse the JSON body",
        (await OpenAI.PostAsync("/responses", body))["error"]!["message"]!.GetValue<string>(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"role":"assistant","content":[{"type":"input_text","text":"x"}]}""",
        "Invalid value: 'input_text'. Supported values are: 'output_text' and 'refusal'.", "input[0].content[0]",
            "invalid_value")]
    [InlineData("""{"role":"user","content":[{"type":"text","text":"x"}]}""",
        "Invalid value: 'text'. Supported values are: 'input_text', 'input_image', and 'input_file'.",
            "input[0].content[0]",
        "invalid_value")]
    [InlineData("""{"role":"tool","content":"x"}""",
        "Invalid value: 'tool'. Supported values are: 'assistant', 'system', 'developer', and 'user'.", "input[0].role",
        "invalid_value")]
    [InlineData("""{"call_id":"call_1","output":"x"}""", "Missing required parameter: 'input[0].type'.", "input[0].type",
        "missing_required_parameter")]
    [InlineData("""{"type":"function_call_output","call_id":"call_1","output":null}""",
        "Invalid type for 'input[0].output': expected one of an array of objects or string, but got null instead.",
        "input[0].output", "invalid_type")]
    [InlineData("""{"type":"function_call_output","call_id":"call_1","output":{"a":1}}""",
        "Invalid type for 'input[0].output': expected one of an array of objects or string, but got an object instead.",
        "input[0].output", "invalid_type")]
    [InlineData("""{"type":"function_call_output","call_id":"call_1","output":"x"}""",
        "No tool call found for function call output with call_id call_1.", "input", null)]
    [InlineData("""{"type":"function_call","call_id":"call_1","name":"f","arguments":"{}"}""",
        "No tool output found for function call call_1.", "input", null)]
    [InlineData("""{"type":"message","id":"item_1","role":"user","content":"x"}""",
        "Invalid 'input[0].id': 'item_1'. Expected an ID that begins with 'msg'.", "input[0].id", "invalid_value")]
    [InlineData("""{"id":"msg_1","role":"user","content":"x"},{"id":"msg_1","role":"user","content":"x"}""",
        "Duplicate item found with id msg_1. Remove duplicate items from your input and try again.", "input", null)]
    [InlineData("""{"type":"item_reference","id":"msg_1"}""", "Item with id 'msg_1' not found.", "input", null, 404)]
    public async Task Create_WrongItem_IsRefused(
        string item, string message, string param, string? code, int status = 400) =>
        (await OpenAI.PostAsync("/responses", $$"""{"model":"m","input":[{{item}}]}""")).IsRefused(status, message,
            param, code);

    [Fact]
    public async Task Create_ModelNotServed_IsRefused()
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(new EmulatorOptions { Models = ["only"] }, Cancelled);
        using ApiClient client = new(server.OpenAIEndpoint);
        (await client.PostAsync("/responses", """{"model":"invalid-model","input":"x"}"""))
            .IsRefused(400, "The requested model 'invalid-model' does not exist.", "model", "model_not_found");
    }

    [Fact]
    public async Task Cancel_SynchronousResponse_IsRefused()
    {
        string id = (await OpenAI.PostAsync("/responses", """{"model":"m","input":"Hello"}""")).Ok().Id;
        (await OpenAI.PostAsync($"/responses/{id}/cancel")).IsRefused(400, "Cannot cancel a synchronous response.");
    }

    [Fact]
    public async Task Get_StoreFalse_Is404()
    {
        string id = (await OpenAI.PostAsync("/responses", """{"model":"m","input":"Hello","store":false}""")).Ok().Id;
        (await OpenAI.GetAsync("/responses/" + id)).IsRefused(404, $"Response with id '{id}' not found.");
    }

    [Fact]
    public async Task Get_AfterDelete_Is404()
    {
        string id = (await OpenAI.PostAsync("/responses", """{"model":"m","input":"Hello"}""")).Ok().Id;
        Assert.Equal("response.deleted",
            (await OpenAI.DeleteAsync("/responses/" + id)).Ok()["object"]!.GetValue<string>());
        (await OpenAI.GetAsync("/responses/" + id)).IsRefused(404, $"Response with id '{id}' not found.");
    }

    [Fact]
    public async Task Create_FoundryItemWithoutType_IsRefused() =>
        (await Foundry.PostAsync("/responses", """{"model":"m","input":[{"role":"user","content":"x"}]}"""))
            .IsRefused(400, "Missing required parameter: 'input[0].type'.", "input[0].type",
                "missing_required_parameter");

    [Fact]
    public async Task Create_FoundryOutputTextWithoutAnnotations_IsRefused() =>
        (await Foundry.PostAsync("/responses", """
            {"model":"m","input":[{"type":"message","role":"assistant","content":[{"type":"output_text","text":"x"}]}]}
            """)).IsRefused(400, "Missing required parameter: 'input[0].content[0].annotations'.",
            "input[0].content[0].annotations", "missing_required_parameter");

    [Theory]
    [InlineData("GET", "/assistants")]
    [InlineData("POST", "/threads")]
    [InlineData("POST", "/threads/runs")]
    [InlineData("GET", "/nothing")]
    public async Task AnyMethod_LegacyOrUnknownRoute_Is404(string method, string path) =>
        (await OpenAI.SendAsync(new HttpMethod(method), path, null)).IsRefused(404,
            $"Invalid URL ({method} /v1{path})");
}
