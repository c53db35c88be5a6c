using AgentsMigration.TestSupport;

namespace AgentsMigration.Emulator.Tests.Model;

public sealed class ModelScriptTests
{
    [Theory]
    [InlineData("{\n \"rules\": [\n  {,\n ]}", "Line 3, column 4: not valid JSON.")]
    [InlineData("[]", "The script must be a JSON object.")]
    [InlineData("{}", "The script needs an array 'rules'.")]
    [InlineData("""{"rules":[],"rule":1}""", "The script: unknown member 'rule'.")]
    [InlineData("""{"rules":[{"name":"a"}]}""", "Rule 1 ('a'): needs an object 'when'.")]
    [InlineData("""{"rules":[{"name":"a","when":{}}]}""", "Rule 1 ('a'): needs a non-empty array 'output'.")]
    [InlineData("""{"rules":[{"when":{"messages":"x"},"output":[]}]}""", "Rule 1 ('1'): unknown member 'messages'.")]
    [InlineData("""{"rules":[{"when":{},"output":[{"text":"a","python":"b"}]}]}""",
        "Rule 1 ('1'), output[0]: needs exactly one of text, python, call, file_search, reasoning, refusal, fail, incomplete, wait, mcp.")]
    [InlineData("""{"rules":[{"when":{},"output":[{"text":"{{city}}"}]}]}""",
        "Rule 1 ('1'), output[0]: '{{city}}' is neither a named group of the rule nor built in.")]
    [InlineData("""{"rules":[{"when":{},"output":[{"text":7}]}]}""", "Rule 1 ('1'), output[0]: expected text or an array of lines.")]
    [InlineData("""{"rules":[{"when":{},"output":[{"text":"a","if":"maybe"}]}]}""",
        "Rule 1 ('1'), output[0]: 'if' is 'ok' or 'failed', not 'maybe'.")]
    [InlineData("""{"rules":[{"when":{},"output":[{"incomplete":"length"}]}]}""",
        "Rule 1 ('1'), output[0]: 'incomplete' is 'max_output_tokens' or 'content_filter'.")]
    [InlineData("""{"rules":[{"when":{},"output":[{"wait":-1}]}]}""", "Rule 1 ('1'), output[0]: 'wait' is a number of seconds.")]
    [InlineData("""{"rules":[{"when":{},"output":[{"text":"a","arguments":{}}]}]}""",
        "Rule 1 ('1'), output[0]: 'arguments' belongs to 'call' and 'mcp' only.")]
    public void Parse_Wrong_NamesThePlace(string json, string message) =>
        Assert.Equal(message, Assert.Throws<ModelScriptException>(() => ModelScript.Parse(json)).Message);

    [Fact]
    public void Parse_WrongPattern_NamesThePattern() =>
        Assert.StartsWith("Rule 1 ('1'): '(' is not a valid pattern.",
            Assert.Throws<ModelScriptException>(() =>
                ModelScript.Parse("""{"rules":[{"when":{"message":"("},"output":[]}]}""")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Parse_CommentsAndTrailingCommas_AreAllowed() =>
        ModelScript.Parse("""
            { // rules
              "rules": [ { "when": { "message": "x", }, "output": [ { "text": [ "a", "b" ] } ] }, ],
            }
            """);

    [Fact]
    public void Load_NoSuchFile_NamesIt() =>
        Assert.StartsWith("Cannot read the script 'no-such.json'",
            Assert.Throws<ModelScriptException>(() =>
                ModelScript.Load("no-such.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_ExampleOfTheDocumentation_IsValid()
    {
        string page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs", "emulator.md"));
        int start = page.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        ModelScript.Parse(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
    }

    [Fact]
    public void Default_EmbeddedScript_IsValid() => Assert.NotNull(ModelScript.Default);
}
