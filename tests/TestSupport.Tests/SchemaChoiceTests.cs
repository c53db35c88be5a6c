using System.Text;
using System.Text.Json;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

/// <summary>How alternatives are chosen, and that the error is the one of the alternative that was meant.</summary>
public sealed class SchemaChoiceTests
{
    private static OpenApiSchema Schema { get; } = OpenApiSchema.Parse(Encoding.UTF8.GetBytes(
        """
        {
          "paths": {},
          "components": {
            "schemas": {
              "Shape": {
                "oneOf": [
                  { "$ref": "#/components/schemas/Circle" },
                  { "$ref": "#/components/schemas/Square" },
                  { "$ref": "#/components/schemas/Untyped" }
                ],
                "discriminator": { "propertyName": "kind" }
              },
              "Circle": {
                "type": "object",
                "properties": { "kind": { "enum": ["circle"] }, "radius": { "type": "number" } },
                "required": ["kind", "radius"]
              },
              "Square": {
                "allOf": [
                  { "properties": { "kind": { "anyOf": [ { "enum": ["square"] }, { "type": "null" } ] } } },
                  { "type": "object", "properties": { "side": { "type": "number" } }, "required": ["side"] }
                ]
              },
              "Untyped": { "type": "object", "properties": { "name": { "type": "string" } } },
              "Closed": {
                "anyOf": [
                  { "properties": { "type": { "const": "a" }, "deep": { "properties": { "x": { "type": "string" } } } } },
                  { "properties": { "type": { "const": "b" } }, "required": ["b"] }
                ]
              },
              "Value": { "anyOf": [ { "type": "array", "items": { "type": "string" } }, { "type": "null" } ] },
              "Animal": {
                "type": "object",
                "required": ["species"],
                "properties": { "species": { "type": "string" } },
                "discriminator": {
                  "propertyName": "species",
                  "mapping": { "dog": "#/components/schemas/Dog", "cat": "#/components/schemas/Cat" }
                }
              },
              "Dog": {
                "allOf": [ { "$ref": "#/components/schemas/Animal" } ],
                "properties": { "bark": { "type": "string" } },
                "required": ["bark"],
                "discriminator": {
                  "propertyName": "size",
                  "mapping": { "big": "#/components/schemas/BigDog" }
                }
              },
              "BigDog": {
                "allOf": [ { "$ref": "#/components/schemas/Dog" } ],
                "properties": { "weight": { "minimum": 30 } }
              },
              "Cat": { "allOf": [ { "$ref": "#/components/schemas/Animal" } ], "required": ["lives"] },
              "Zoo": { "type": "array", "items": { "$ref": "#/components/schemas/Animal" } }
            }
          }
        }
        """));

    [Theory]
    [InlineData("Shape", """{"kind":"circle","radius":1}""")]
    [InlineData("Shape", """{"kind":"square","side":1}""")]
    [InlineData("Shape", """{"kind":"none of them","name":"a"}""")]
    [InlineData("Shape", """{"name":"a"}""")]
    [InlineData("Zoo", """[{"species":"dog","bark":"wuff"},{"species":"cat","lives":9}]""")]
    [InlineData("Zoo", """[{"species":"dog","size":"big","bark":"wuff","weight":31}]""")]
    public void Validate_Alternative_IsAccepted(string component, string value) =>
        Assert.Empty(Schema.ValidateComponent(component, JsonElement.Parse(value)));

    [Theory]
    [InlineData("Shape", """{"kind":"circle","radius":"1"}""", "$.radius: expected number, got \"1\"")]
    [InlineData("Shape", """{"kind":"circle"}""", "$: lacks 'radius'")]
    [InlineData("Shape", """{"kind":"square"}""", "$: lacks 'side'")]
    [InlineData("Closed", """{"type":"c"}""", "$.type: 'c' is none of a, b")]
    [InlineData("Closed", """{"type":"a","deep":{"x":1}}""", "$.deep.x: expected string, got 1")]
    [InlineData("Value", """["a",1]""", "$[1]: expected string, got 1")]
    [InlineData("Zoo", """[{"species":"dog"}]""", "$[0]: lacks 'bark'")]
    [InlineData("Zoo", """[{"species":"cow"}]""", "$[0].species: 'cow' is none of dog, cat")]
    [InlineData("Zoo", """[{"species":"dog","size":"big","bark":"wuff","weight":29}]""", "$[0].weight: 29 is below 30")]
    [InlineData("Cat", """{"species":"cat"}""", "$: lacks 'lives'")]
    public void Validate_WrongAlternative_NamesTheFaultThatWasMeant(string component, string value, string expected) =>
        Assert.Equal(expected, Schema.ValidateComponent(component, JsonElement.Parse(value))[0].ToString());

    [Fact]
    public void Validate_SeveralFaults_DeepestFirst()
    {
        IReadOnlyList<SchemaError> errors = Schema.ValidateComponent(
            "Circle", JsonElement.Parse("""{"radius":"1"}"""));
        Assert.Equal(["$.radius: expected number, got \"1\"", "$: lacks 'kind'"], errors.Select(e => e.ToString()));
    }
}
