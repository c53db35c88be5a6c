using System.Text.Json.Nodes;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Strictness;

public sealed class ToolRefusalTests : EmulatorTest
{
    [Theory]
    [InlineData("""{"type":"retrieval"}""",
        "Invalid value: 'retrieval'. Supported values are: 'function', 'code_interpreter', 'file_search', 'web_search', "
        + "'web_search_preview', 'image_generation', 'custom', 'local_shell', 'computer_use_preview', and 'mcp'.",
        "tools[0].type", "invalid_value")]
    [InlineData("""{"container":{"type":"auto"}}""", "Missing required parameter: 'tools[0].type'.", "tools[0].type",
        "missing_required_parameter")]
    [InlineData("""{"type":"code_interpreter"}""", "Missing required parameter: 'tools[0].container'.", "tools[0].container",
        "missing_required_parameter")]
    [InlineData("""{"type":"code_interpreter","container":{"type":"manual"}}""",
        "Invalid value: 'manual'. Supported values are: 'auto'.", "tools[0].container.type", "invalid_value")]
    [InlineData("""{"type":"file_search"}""", "Missing required parameter: 'tools[0].vector_store_ids'.",
        "tools[0].vector_store_ids", "missing_required_parameter")]
    [InlineData("""{"type":"file_search","vector_store_ids":[]}""",
        "Invalid 'tools[0].vector_store_ids': empty array. Expected an array with minimum length 1, but got an empty array "
        + "instead.", "tools[0].vector_store_ids", "empty_array")]
    [InlineData("""{"type":"function","function":{"name":"f"}}""", "Unknown parameter: 'tools[0].function'.",
        "tools[0].function", "unknown_parameter")]
    [InlineData("""{"type":"function","name":"f g"}""",
        "Invalid 'tools[0].name': string does not match pattern. Expected a string that matches the pattern "
        + "'^[a-zA-Z0-9_-]+$'.", "tools[0].name", "invalid_value")]
    [InlineData("""{"type":"function","name":"f","strict":true,"parameters":{"type":"object","properties":{}}}""",
        "Invalid schema for function 'f': In context=(), 'additionalProperties' is required to be supplied and to be false.",
        "tools[0].parameters", "invalid_function_parameters")]
    [InlineData("""
        {"type":"function","name":"f","strict":true,
         "parameters":{"type":"object","properties":{"a":{"type":"string"}},"required":[],"additionalProperties":false}}
        """,
        "Invalid schema for function 'f': In context=(), 'required' is required to be supplied and to be an array including "
        + "every key in properties. Missing 'a'.", "tools[0].parameters", "invalid_function_parameters")]
    [InlineData("""{"type":"function","name":"f","strict":false,"parameters":{}}""",
        "Invalid schema for function 'f': schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'.",
        "tools[0].parameters", "invalid_function_parameters")]
    public async Task Create_WrongTool_IsRefused(string tool, string message, string param, string code) =>
        (await OpenAI.PostAsync("/responses", $$"""{"model":"m","input":"x","tools":[{{tool}}]}"""))
            .IsRefused(400, message, param, code);

    [Theory]
    [InlineData("""{"type":"code_interpreter","container":"cntr_1"}""", "Container with id 'cntr_1' not found.",
        "tools[0].container")]
    [InlineData("""{"type":"code_interpreter","container":{"type":"auto","file_ids":["file-1"]}}""",
        "No such File object: file-1", "tools[0].container.file_ids")]
    [InlineData("""{"type":"file_search","vector_store_ids":["vs_1"]}""", "Vector store with id 'vs_1' not found.",
        "tools[0].vector_store_ids")]
    public async Task Create_ToolNamesUnknownThing_Is404(string tool, string message, string param) =>
        (await OpenAI.PostAsync("/responses", $$"""{"model":"m","input":"x","tools":[{{tool}}]}"""))
            .IsRefused(404, message, param);

    [Theory]
    [InlineData("\"required\"", "Tool choice 'required' must be specified with 'tools' parameter.", null)]
    [InlineData("\"any\"", "Invalid value: 'any'. Supported values are: 'none', 'auto', and 'required'.", "invalid_value")]
    [InlineData("""{"type":"function","name":"g"}""", "Tool choice 'g' not found in 'tools' parameter.", null)]
    public async Task Create_WrongToolChoice_IsRefused(string choice, string message, string? code) =>
        (await OpenAI.PostAsync("/responses", $$"""{"model":"m","input":"x","tool_choice":{{choice}}}"""))
            .IsRefused(400, message, "tool_choice", code);

    [Fact]
    public async Task Create_ChoiceOfNoServer_IsRefused() =>
        (await OpenAI.PostAsync("/responses", """
            {"model":"m","input":"x","tool_choice":{"type":"mcp"},"tools":[{"type":"mcp","server_label":"l","server_url":"https://mcp.test/"}]}
            """)).IsRefused(400, "Missing required parameter: 'tool_choice.server_label'.", "tool_choice.server_label", "missing_required_parameter");

    [Fact]
    public async Task Create_StrictAbsent_SchemaIsMadeStrict()
    {
        Answer answer = (await OpenAI.PostAsync("/responses", """
            {"model":"m","input":"x","tools":[{"type":"function","name":"f","parameters":{"type":"object",
             "properties":{"a":{"type":"string"},"b":{"type":"object","properties":{"c":{"type":"string"}}}},"required":["a"]}}]}
            """)).Ok();
        JsonNode tool = answer["tools"]![0]!;
        Assert.True(tool["strict"]!.GetValue<bool>());
        Assert.Equal("""["a","b"]""", tool["parameters"]!["required"]!.ToJsonString());
        Assert.False(tool["parameters"]!["properties"]!["b"]!["additionalProperties"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Create_StrictFalse_IsEchoedAndAccepted()
    {
        Answer answer = (await OpenAI.PostAsync("/responses", """
            {"model":"m","input":"x","tools":[{"type":"function","name":"f","strict":false,"parameters":{"type":"object","properties":{}}}]}
            """)).Ok();
        Assert.False(answer["tools"]![0]!["strict"]!.GetValue<bool>());
    }
}
