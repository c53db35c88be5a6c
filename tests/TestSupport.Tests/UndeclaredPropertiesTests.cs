using System.Text;
using System.Text.Json;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

public sealed class UndeclaredPropertiesTests
{
    private static OpenApiSchema Schema { get; } = OpenApiSchema.Parse(Encoding.UTF8.GetBytes(
        """
        {
          "paths": {
            "/things": {
              "post": {
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Thing": {
                "allOf": [
                  { "properties": { "a": { "type": "integer" } } },
                  { "properties": { "b": { "$ref": "#/components/schemas/Part" } } }
                ],
                "properties": {
                  "list": { "type": "array", "items": { "$ref": "#/components/schemas/Part" } },
                  "map": { "type": "object", "additionalProperties": { "type": "string" } },
                  "free": { "type": "object" },
                  "kind": { "$ref": "#/components/schemas/Base" }
                }
              },
              "Part": {
                "oneOf": [
                  { "properties": { "type": { "const": "x" }, "of_x": {} }, "required": ["type"] },
                  { "properties": { "type": { "const": "y" }, "of_y": {} }, "required": ["type"] }
                ]
              },
              "Base": {
                "properties": { "type": { "type": "string" } },
                "discriminator": {
                  "propertyName": "type",
                  "mapping": { "one": "#/components/schemas/One" }
                }
              },
              "One": { "allOf": [ { "$ref": "#/components/schemas/Base" } ], "properties": { "of_one": {} } }
            }
          }
        }
        """));

    [Theory]
    [InlineData("""{"a":1,"b":{"type":"x","of_x":1}}""")]
    [InlineData("""{"list":[{"type":"x","of_x":1},{"type":"y","of_y":1}]}""")]
    [InlineData("""{"map":{"any":"thing"},"free":{"any":{"thing":1}}}""")]
    [InlineData("""{"kind":{"type":"one","of_one":1}}""")]
    public void FindUndeclared_DeclaredSomewhere_FindsNothing(string body) =>
        Assert.Empty(Schema.FindUndeclared("POST", "/things", JsonElement.Parse(body)));

    [Theory]
    [InlineData("""{"A":1}""", "$.A")]
    [InlineData("""{"b":{"type":"x","of_y":1}}""", "$.b.of_y")]
    [InlineData("""{"list":[{"type":"x"},{"type":"y","of_x":1}]}""", "$.list[1].of_x")]
    [InlineData("""{"kind":{"type":"one","of_two":1}}""", "$.kind.of_two")]
    public void FindUndeclared_UnknownName_SaysWhere(string body, string path)
    {
        Assert.Empty(Schema.ValidateRequest("POST", "/things", JsonElement.Parse(body)));
        Assert.Equal(path, Assert.Single(Schema.FindUndeclared("POST", "/things", JsonElement.Parse(body))).Path);
    }
}
