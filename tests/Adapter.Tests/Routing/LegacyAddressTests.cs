using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Routing;

namespace AgentsMigration.Adapter.Tests.Routing;

public sealed class LegacyAddressTests
{
    [Theory]
    [InlineData("https://api.openai.com/v1/threads/thread_1/messages", "/threads/thread_1/messages")]
    [InlineData("https://x.openai.azure.com/openai/assistants?api-version=2024-05-01-preview", "/assistants")]
    [InlineData("https://x.services.ai.azure.com/api/projects/p/files/file-1/content", "/files/file-1/content")]
    [InlineData("https://x.services.ai.azure.com/api/projects/threads/threads/thread_1", "/threads/thread_1")]
    [InlineData("https://proxy.test/ai/team/v1/vector_stores/", "/vector_stores")]
    [InlineData(
        "https://x.api.azureml.ms/agents/v1.0/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/files/threads/runs",
        "/threads/runs")]
    public void TryGetPath_LegacyUrl_StartsAtTheResource(string url, string path) =>
        Assert.Equal(path, LegacyAddress.TryGetPath(new Uri(url)));

    [Theory]
    [InlineData("https://api.openai.com/v1/chat/completions")]
    [InlineData("https://api.openai.com/v1/responses/resp_1")]
    [InlineData("https://api.openai.com/v1/containers/cntr_1/files")]
    public void TryGetPath_OtherUrl_IsNone(string url) => Assert.Null(LegacyAddress.TryGetPath(new Uri(url)));

    [Theory]
    [InlineData("/v1/threads", "", "assistants=v2", "AssistantsV2")]
    [InlineData("/v1/threads", "", "assistants=v1", "AssistantsV1")]
    [InlineData("/v1/threads", "", null, "AssistantsV2")]
    [InlineData("/openai/threads", "?api-version=2024-02-15-preview", null, "AssistantsV1")]
    [InlineData("/openai/threads", "?api-version=2024-05-01-preview", null, "AssistantsV2")]
    [InlineData("/openai/threads", "?api-version=2024-07-01-preview", null, "AssistantsV2")]
    [InlineData("/openai/threads", "?api-version=2024-12-01-preview", null, "AssistantsV2")]
    [InlineData("/openai/threads", "?api-version=2025-03-01-preview", "assistants=v2", "AssistantsV2")]
    [InlineData("/api/projects/p/threads", "?api-version=v1", null, "AgentsClassic")]
    [InlineData("/api/projects/p/threads", "", null, "AgentsClassic")]
    [InlineData("/agents/v1.0/subscriptions/s/x/workspaces/w/threads", "?api-version=2024-07-01-preview", null, "AgentsClassic")]
    [InlineData("/proxy/threads", "?api-version=2025-05-01", null, "AgentsClassic")]
    [InlineData("/proxy/threads", "?api%2Dversion=v1", null, "AgentsClassic")]
    public void GetDialect_Marker_Decides(string path, string query, string? header, string dialect) =>
        Assert.Equal(dialect, LegacyAddress.GetDialect(path, new QueryParameters(query), header).ToString());
}
