using System.Text;
using System.Text.Json;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

public sealed class OpenApiOperationTests
{
    private static OpenApiSchema Schema { get; } = OpenApiSchema.Parse(Encoding.UTF8.GetBytes(
        """
        {
          "servers": [ { "url": "https://{endpoint}/openai/v1/" } ],
          "paths": {
            "/things/{thing_id}": {
              "post": {
                "requestBody": { "content": { "application/json": { "schema": { "required": ["sent"] } } } },
                "responses": {
                  "200": { "content": { "application/json": { "schema": { "required": ["by_id"] } } } },
                  "404": { "$ref": "#/components/responses/Missing" },
                  "default": { "content": { "application/json": { "schema": { "required": ["other"] } } } }
                }
              }
            },
            "/things/search": {
              "post": {
                "responses": {
                  "200": {
                    "content": {
                      "application/json": { "schema": { "required": ["found"] } },
                      "text/event-stream": { "schema": { "required": ["event"] } }
                    }
                  }
                }
              }
            }
          },
          "components": {
            "responses": { "Missing": { "content": { "application/json": { "schema": { "required": ["error"] } } } } }
          }
        }
        """));

    private static JsonElement Empty { get; } = JsonElement.Parse("{}");

    [Theory]
    [InlineData("/things/{thing_id}", 200, "by_id")]
    [InlineData("/things/{id}", 200, "by_id")]
    [InlineData("/things/t_1", 200, "by_id")]
    [InlineData("/openai/v1/things/t_1", 200, "by_id")]
    [InlineData("/things/search", 200, "found")]
    [InlineData("/things/t_1", 404, "error")]
    [InlineData("/things/t_1", 500, "other")]
    public void ValidateResponse_PathAndStatus_FindTheSchema(string path, int status, string required) =>
        Assert.Equal($"$: lacks '{required}'", Assert.Single(Schema.ValidateResponse("POST", path, status, Empty)).ToString());

    [Fact]
    public void ValidateResponse_EventStream_UsesItsOwnSchema() => Assert.Equal(
        "$: lacks 'event'",
        Assert.Single(Schema.ValidateResponse("POST", "/things/search", 200, Empty, "text/event-stream")).ToString());

    [Fact]
    public void ValidateRequest_Body_IsChecked() =>
        Assert.Equal("$: lacks 'sent'", Assert.Single(Schema.ValidateRequest("POST", "/things/t_1", Empty)).ToString());

    [Theory]
    [InlineData("GET", "/things/t_1")]
    [InlineData("POST", "/thing/t_1")]
    [InlineData("POST", "/things/")]
    [InlineData("POST", "/things/t_1/parts")]
    public void ValidateRequest_UnknownOperation_Throws(string method, string path) =>
        Assert.Throws<KeyNotFoundException>(() => Schema.ValidateRequest(method, path, Empty));

    [Fact]
    public void ValidateResponse_StatusNotDescribed_Throws() =>
        Assert.Throws<KeyNotFoundException>(() => Schema.ValidateResponse("POST", "/things/search", 404, Empty));
}
