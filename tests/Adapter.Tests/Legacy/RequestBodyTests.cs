using System.Text;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;

namespace AgentsMigration.Adapter.Tests.Legacy;

public sealed class RequestBodyTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public void Parse_Blank_IsAnEmptyObject(string json) => Assert.Empty(Parse(json).Root.EnumerateObject());

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"a\":1} x")]
    [InlineData("{\"a\":")]
    public void Parse_NotAnObject_Refuses(string json) =>
        Assert.StartsWith("We could not parse", Assert.Throws<LegacyException>(() => Parse(json)).Message);

    [Theory]
    [InlineData("""{"metadata":{"k":true}}""", "metadata.k", "Invalid type for 'metadata.k': expected a string, but got a boolean instead.")]
    [InlineData("""{"metadata":[]}""", "metadata", "Invalid type for 'metadata': expected an object, but got an array instead.")]
    [InlineData("""{"metadata":{"k":null}}""", "metadata.k", "Invalid type for 'metadata.k': expected a string, but got null instead.")]
    public void OptionalMetadata_WrongType_NamesTheField(string json, string parameter, string message)
    {
        LegacyException error = Assert.Throws<LegacyException>(() => Parse(json).OptionalMetadata());

        Assert.Equal((400, parameter, message), (error.StatusCode, error.Parameter, error.Message));
    }

    [Fact]
    public void OptionalMetadata_SeventeenPairs_Refuses()
    {
        string pairs = string.Join(",", Enumerable.Range(0, 17).Select(i => $"\"k{i}\":\"v\""));

        Assert.Equal(
            "metadata", Assert.Throws<LegacyException>(() => Parse($"{{\"metadata\":{{{pairs}}}}}").OptionalMetadata()).Parameter);
    }

    [Fact]
    public void RefuseUnread_FieldNobodyAskedFor_NamesIt()
    {
        RequestBody body = Parse("""{"model":"m","colour":"red"}""");
        body.RequiredString("model");

        LegacyException error = Assert.Throws<LegacyException>(body.RefuseUnread);

        Assert.Equal(("Unknown parameter: 'colour'.", "colour", "unknown_parameter"), (error.Message, error.Parameter, error.Code));
    }

    [Theory]
    [InlineData("""{"role":"user","content":""}""", "content")]
    [InlineData("""{"role":"user","content":[]}""", "content")]
    [InlineData("""{"role":"user","content":[{"type":"text","text":""}]}""", "content[0].text")]
    [InlineData("""{"role":"user"}""", "content")]
    [InlineData("""{"content":"x"}""", "role")]
    [InlineData("""{"role":"system","content":"x"}""", "role")]
    [InlineData("""{"role":"user","content":[{"type":"video"}]}""", "content[0].type")]
    [InlineData("""{"role":"user","content":7}""", "content")]
    [InlineData("""{"role":"assistant","content":[{"type":"image_file","image_file":{"file_id":"file-1"}}]}""", "content[0].type")]
    [InlineData("""{"role":"user","content":"x","attachments":[{"file_id":"file-1"}]}""", "attachments[0].tools")]
    [InlineData("""{"role":"user","content":"x","attachments":[{"file_id":"file-1","tools":[{"type":"function"}]}]}""", "attachments[0].tools[0].type")]
    [InlineData("""{"role":"user","content":"x","mood":"bad"}""", "mood")]
    public void NewMessage_BadInput_NamesTheField(string json, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<LegacyException>(() => NewMessage.Read(Parse(json))).Parameter);

    [Theory]
    [InlineData("""{}""", "assistant_id")]
    [InlineData("""{"assistant_id":"asst_1","temperature":3}""", "temperature")]
    [InlineData("""{"assistant_id":"asst_1","max_completion_tokens":15}""", "max_completion_tokens")]
    [InlineData("""{"assistant_id":"asst_1","tool_choice":"sometimes"}""", "tool_choice")]
    [InlineData("""{"assistant_id":"asst_1","tool_choice":{"type":"function"}}""", "tool_choice.function")]
    [InlineData("""{"assistant_id":"asst_1","response_format":{"type":"xml"}}""", "response_format.type")]
    [InlineData("""{"assistant_id":"asst_1","tools":[{"type":"function","function":{}}]}""", "tools[0].function.name")]
    [InlineData("""{"assistant_id":"asst_1","additional_messages":[{"role":"user"}]}""", "additional_messages[0].content")]
    public void NewRun_BadInput_NamesTheField(string json, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<LegacyException>(() => NewRun.Read(Parse(json))).Parameter);

    private static RequestBody Parse(string json) => RequestBody.Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>The parser takes these, and whoever reads them later would fail.</summary>
    [Theory]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"a\":[{\"b\":\"x\\uDFFF\"}]}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"a\":\"\u00FF\"}")]
    [InlineData("{\"\u00C3\":1}")]
    public void Parse_StringThatIsNoText_IsABadRequest(string latin)
    {
        byte[] json = System.Text.Encoding.Latin1.GetBytes(latin);

        LegacyException refusal = Assert.Throws<LegacyException>(() => RequestBody.Parse(json));

        Assert.Equal(400, refusal.StatusCode);
    }

    [Fact]
    public void Parse_SurrogatePair_IsText() =>
        Assert.Equal("😀", RequestBody.Parse("{\"a\":\"\\ud83d\\ude00\"}"u8.ToArray()).OptionalString("a"));
}
