using System.Text;
using System.Text.Json;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

/// <summary>Each keyword that the validator knows, with a value that it lets through and one that it does not.</summary>
public sealed class SchemaKeywordTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "1")]
    [InlineData("""{"type":"number"}""", "1.5", "\"1.5\"")]
    [InlineData("""{"type":"integer"}""", "1.0", "1.5")]
    [InlineData("""{"type":"boolean"}""", "false", "0")]
    [InlineData("""{"type":"null"}""", "null", "0")]
    [InlineData("""{"type":"object"}""", "{}", "[]")]
    [InlineData("""{"type":"array"}""", "[]", "{}")]
    [InlineData("""{"type":["string","null"]}""", "null", "1")]
    [InlineData("""{"type":"string","nullable":true}""", "null", "1")]
    [InlineData("""{"type":"string","nullable":false}""", "\"\"", "null")]
    [InlineData("""{"enum":["a",1,null]}""", "1", "\"b\"")]
    [InlineData("""{"const":{"a":[1]}}""", """{"a":[1]}""", """{"a":[2]}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":"","b":1}""", """{"a":1}""")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", """{"b":1}""")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"a":"x"}""", """{"a":1}""")]
    [InlineData("""{"propertyNames":{"maxLength":2}}""", """{"ab":1}""", """{"abc":1}""")]
    [InlineData("""{"items":{"type":"integer"}}""", "[1,2]", "[1,\"2\"]")]
    [InlineData("""{"minItems":1}""", "[1]", "[]")]
    [InlineData("""{"maxItems":1}""", "[1]", "[1,2]")]
    [InlineData("""{"minLength":2}""", "\"ab\"", "\"a\"")]
    [InlineData("""{"maxLength":2}""", "\"ab\"", "\"abc\"")]
    [InlineData("""{"minProperties":1}""", """{"a":1}""", "{}")]
    [InlineData("""{"maxProperties":1}""", """{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"minimum":2}""", "2", "1.9")]
    [InlineData("""{"maximum":2}""", "2", "2.1")]
    [InlineData("""{"exclusiveMinimum":2}""", "2.1", "2")]
    [InlineData("""{"exclusiveMaximum":2}""", "1.9", "2")]
    [InlineData("""{"minimum":2,"exclusiveMinimum":true}""", "2.1", "2")]
    [InlineData("""{"maximum":2,"exclusiveMaximum":true}""", "1.9", "2")]
    [InlineData("""{"minimum":2,"exclusiveMinimum":false}""", "2", "1.9")]
    [InlineData("""{"pattern":"^a+$"}""", "\"aa\"", "\"ab\"")]
    [InlineData("""{"not":{"required":["a","b"]}}""", """{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"allOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":1,"b":2}""", """{"a":1}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "1", "true")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}]}""", "1", "true")]
    [InlineData("""{"$ref":"#/components/schemas/Text"}""", "\"a\"", "1")]
    [InlineData("""{"$ref":"#/components/schemas/Text","nullable":true}""", "null", "1")]
    [InlineData("""{"$ref":"#/components/schemas/Text","maxLength":1}""", "\"a\"", "\"ab\"")]
    [InlineData("""{"$ref":"#/components/schemas/Tree"}""", """{"of":[{"of":[]}]}""", """{"of":[{"of":[1]}]}""")]
    [InlineData("""{"$ref":"#/components/schemas/Filter"}""", """{"of":[{"of":[]}]}""", """{"of":[{"of":[1]}]}""")]
    public void Validate_Keyword_AcceptsAndRejects(string schema, string accepted, string rejected)
    {
        Assert.Empty(Validate(schema, accepted));
        Assert.NotEmpty(Validate(schema, rejected));
    }

    [Fact]
    public void Validate_KeywordsOfOtherTypes_DoNotApply() =>
        Assert.Empty(Validate("""{"minLength":5,"minItems":5,"minimum":5,"required":["a"]}""", "true"));

    [Fact]
    public void Validate_MaxLength_CountsCodePoints() =>
        Assert.Empty(Validate("""{"maxLength":2}""", "\"\U0001F4CA\U0001F4CA\""));

    [Fact]
    public void Validate_OneOfThatOverlaps_CountsAsAnyOf() =>
        Assert.Empty(Validate("""{"oneOf":[{"type":"number"},{"type":"integer"}]}""", "1"));

    [Fact]
    public void Validate_Annotations_NeverFail() => Assert.Empty(Validate(
        """{"title":"t","description":"d","default":1,"example":2,"deprecated":true,"format":"uri","x-any":{}}""",
        "\"not a uri\""));

    [Theory]
    [InlineData("uniqueItems")]
    [InlineData("patternProperties")]
    [InlineData("unevaluatedProperties")]
    public void Validate_UnknownKeyword_Throws(string keyword)
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(
            () => Validate($$"""{"type":"object","{{keyword}}":true}""", "{}"));
        Assert.Contains(keyword, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_UnknownKeywordBehindReference_ThrowsEachTime()
    {
        OpenApiSchema schema = Document("""{"properties":{"a":{"uniqueItems":true}}}""");
        Assert.Throws<NotSupportedException>(() => schema.ValidateComponent("Root", JsonElement.Parse("{}")));
        Assert.Throws<NotSupportedException>(() => schema.ValidateComponent("Root", JsonElement.Parse("{}")));
    }

    [Fact]
    public void Validate_UnknownComponent_Throws() =>
        Assert.Throws<KeyNotFoundException>(() => Document("{}").ValidateComponent("Rot", JsonElement.Parse("{}")));

    private static IReadOnlyList<SchemaError> Validate(string schema, string value) =>
        Document(schema).ValidateComponent("Root", JsonElement.Parse(value));

    private static OpenApiSchema Document(string schema) => OpenApiSchema.Parse(Encoding.UTF8.GetBytes(
        $$$"""
        {
          "paths": {},
          "components": {
            "schemas": {
              "Root": {{{schema}}},
              "Text": { "type": "string" },
              "Tree": {
                "type": "object",
                "properties": { "of": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } }
              },
              "Filter": {
                "$recursiveAnchor": true,
                "type": "object",
                "properties": { "of": { "type": "array", "items": { "oneOf": [ { "$recursiveRef": "#" } ] } } }
              }
            }
          }
        }
        """));
}
