using AgentsMigration.TestSupport;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.Adapter.Tests.Conformance;

public sealed class ConformanceTests
{
    private static readonly string[] Operations =
    [
        "GET /assistants", "POST /assistants", "GET /assistants/{id}", "POST /assistants/{id}", "DELETE /assistants/{id}",
        "POST /threads", "GET /threads/{id}", "POST /threads/{id}", "DELETE /threads/{id}",
        "GET /threads/{id}/messages", "POST /threads/{id}/messages", "GET /threads/{id}/messages/{id}",
        "POST /threads/{id}/messages/{id}", "DELETE /threads/{id}/messages/{id}",
        "POST /threads/runs", "GET /threads/{id}/runs", "POST /threads/{id}/runs", "GET /threads/{id}/runs/{id}",
        "POST /threads/{id}/runs/{id}", "POST /threads/{id}/runs/{id}/cancel", "POST /threads/{id}/runs/{id}/submit_tool_outputs",
        "GET /threads/{id}/runs/{id}/steps", "GET /threads/{id}/runs/{id}/steps/{id}",
    ];

    private static readonly string[] AssistantsV1Operations =
    [
        .. Operations.Except(["DELETE /threads/{id}/messages/{id}"]),
        "GET /assistants/{id}/files", "POST /assistants/{id}/files", "GET /assistants/{id}/files/{id}", "DELETE /assistants/{id}/files/{id}",
        "GET /threads/{id}/messages/{id}/files", "GET /threads/{id}/messages/{id}/files/{id}",
    ];

    [Fact]
    public async Task AllOperations_OnEveryTarget_ConformAndMatchTheTable()
    {
        SharedFolder.Require("specs", "openai-2026-08.json");
        ConformanceReport report = new();
        foreach (TargetKind target in Enum.GetValues<TargetKind>())
        {
            await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
            await ConformanceScenario.RunAsync(adapter);
            report.Add(adapter);
        }

        await AddDialectsAsync(report);

        Assert.Equal(23, Operations.Length);
        Assert.Empty(AssistantsV1Operations.Except(report.OperationsOf(LegacyDoor.OpenAIV1)));
        Assert.Empty(Operations.Except(report.LegacyOperations));
        Assert.True(report.Failures.Count == 0, string.Join("\n", report.Failures));
        Documents.AssertCurrent("docs/conformance.md", report.ToMarkdown());
    }

    /// <summary>The other generations; what they share is held against all of their descriptions.</summary>
    private static async Task AddDialectsAsync(ConformanceReport report)
    {
        foreach (TargetKind target in new[] { TargetKind.OpenAI, TargetKind.Foundry })
        {
            foreach (LegacyDoor door in new[] { LegacyDoor.OpenAIV1, LegacyDoor.AzureV1 })
            {
                await using AdapterFixture v1 = await AdapterFixture.StartAsync(target, door: door);
                await AssistantsV1Scenario.RunAsync(v1);
                report.AddDialect(v1, OpenApiSchema.AssistantsV1, "OpenAI's description of Assistants v1 (2024-04)", LegacyDeviations.AssistantsV1);
            }
            foreach ((string version, OpenApiSchema schema) in new[]
            {
                ("2024-05-01-preview", OpenApiSchema.FromShared("azure-openai-2024-05-01-preview.yaml")),
                ("2025-03-01-preview", OpenApiSchema.AzureAssistantsV2),
            })
            {
                await using AdapterFixture azure = await AdapterFixture.StartAsync(target, door: LegacyDoor.AzureOpenAI(version));
                await ConformanceScenario.RunAsync(azure);
                report.AddDialect(azure, schema, $"Azure OpenAI's description of {version}", LegacyDeviations.AzureOpenAI);
            }
            await using AdapterFixture agents = await AdapterFixture.StartAsync(target, door: LegacyDoor.AgentsClassic);
            await ConformanceScenario.RunAsync(agents);
            report.AddDialect(
                agents,
                OpenApiSchema.AzureAssistantsV2,
                "Azure OpenAI's description of 2025-03-01-preview, whose shapes Agents shares as far as it goes",
                LegacyDeviations.AgentsClassic);
        }
    }
}
