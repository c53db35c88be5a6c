using System.Text.Json;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

/// <summary>The validator knows every keyword of every document that it is used with.</summary>
public sealed class SpecificationTests
{
    [Theory]
    [InlineData("openai-2026-08.json", 1_000)]
    [InlineData("azure-openai-v1.json", 300)]
    [InlineData("azure-openai-2025-03-01-preview.json", 300)]
    [InlineData("azure-openai-2024-05-01-preview.yaml", 100)]
    [InlineData("openai-assistants-v1-2024-04.yaml", 100)]
    [InlineData("openai-assistants-v2-2024-04.yaml", 100)]
    public void FromShared_EachDocument_IsUnderstoodInFull(string specification, int atLeast)
    {
        OpenApiSchema schema = OpenApiSchema.FromShared(specification);
        JsonElement value = JsonElement.Parse("{}");
        Assert.InRange(schema.Components.Count, atLeast, 10_000);
        Assert.All(schema.Components, component => schema.ValidateComponent(component, value));
    }

    [Fact]
    public void Validate_Assistant_KnowsTheVersionsApart()
    {
        JsonElement v1 = JsonElement.Parse(
            """
            {
              "id": "asst_1", "object": "assistant", "created_at": 1, "name": null, "description": null,
              "model": "gpt-4o", "instructions": null, "tools": [ { "type": "retrieval" } ], "file_ids": [], "metadata": {}
            }
            """);
        Assert.Empty(OpenApiSchema.AssistantsV1.ValidateResponse("GET", "/assistants/asst_1", 200, v1));
        Assert.Equal(
            "$.tools[0].type: 'retrieval' is none of code_interpreter, file_search, function",
            OpenApiSchema.AssistantsV2.ValidateResponse("GET", "/assistants/asst_1", 200, v1)[0].ToString());
    }
}
