using AgentsMigration.TestSupport;

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

    [Fact]
    public async Task AllOperations_OnBothTargets_ConformAndMatchTheTable()
    {
        SharedFolder.Require("specs", "openai-2026-08.json");
        ConformanceReport report = new();
        foreach (TargetKind target in new[] { TargetKind.OpenAI, TargetKind.Foundry })
        {
            await using AdapterFixture adapter = await AdapterFixture.StartAsync(target);
            await ConformanceScenario.RunAsync(adapter);
            report.Add(adapter);
        }

        Assert.Equal(23, Operations.Length);
        Assert.Empty(Operations.Except(report.LegacyOperations));
        Assert.True(report.Failures.Count == 0, string.Join("\n", report.Failures));
        Documents.AssertCurrent("docs/conformance.md", report.ToMarkdown());
    }
}
