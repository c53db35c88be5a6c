using AgentsMigration.Adapter;

namespace ReadmeSnippets;

public static class HttpClientSnippet
{
    public static HttpClient Create(LegacyAgentsAdapter adapter)
    {
        HttpClient http = new(adapter.CreateHandler());
        return http;
    }
}
