using System.Text.Json;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

public sealed class YamlDocumentTests
{
    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: 1.5", """{"a":1.5}""")]
    [InlineData("a: true", """{"a":true}""")]
    [InlineData("a:", """{"a":null}""")]
    [InlineData("a: '1'", """{"a":"1"}""")]
    [InlineData("a: \"true\"", """{"a":"true"}""")]
    [InlineData("a: 2024-05-01", """{"a":"2024-05-01"}""")]
    [InlineData("a: yes", """{"a":"yes"}""")]
    [InlineData("200: ok", """{"200":"ok"}""")]
    [InlineData("a: [x, 1, null]", """{"a":["x",1,null]}""")]
    [InlineData("a: &one {b: 1}\nc: *one", """{"a":{"b":1},"c":{"b":1}}""")]
    [InlineData("a: |\n  1\n  2\n", """{"a":"1\n2\n"}""")]
    public void ToJson_Yaml_HasTheTypesOfTheCoreSchema(string yaml, string expected) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), YamlDocument.ToJson(yaml)));
}
